import CNI
import Formats

extension ContainerName {
  private static let dockerPart = JSONPart.only([
    "ID": .all, "Name": .all,
    "State": .only(["Running": .all]),
    "Config": .only(["Hostname": .all, "Labels": .all]),
    "NetworkSettings": .only(["SandboxKey": .all]),
  ])

  /// From Docker's `config.v2.json`; `nil` for a container that is not running.
  init?(docker bytes: [UInt8]) throws(FormatFailure) {
    let json = try JSON(bytes, part: Self.dockerPart)
    let id = try json.required("ID")
    guard id.isContainerID else { throw .invalid(key: "ID", value: id) }
    guard json["State"]?["Running"]?.flag == true else { return nil }
    self.init(id: id, source: .docker)
    let labels = json["Config"]?["Labels"]
    let name = json["Name"]?.text ?? ""
    containerName = name.hasPrefix("/") ? String(name.dropFirst()) : name
    podName = labels?[exactly: "io.kubernetes.pod.name"]?.text
    podNamespace = labels?[exactly: "io.kubernetes.pod.namespace"]?.text
    hostname = json["Config"]?["Hostname"]?.text
    namespacePath = json["NetworkSettings"]?["SandboxKey"]?.text.flatMap { $0.isEmpty ? nil : $0 }
  }
}
