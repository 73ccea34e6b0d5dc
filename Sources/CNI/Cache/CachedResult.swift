import Formats

/// What a plugin answered to ADD (CNI specification, section 5), in any version from 0.1.0 on.
public struct CachedResult: Hashable, Sendable {
  public let cniVersion: String
  /// In the order of the answer, to which the addresses refer. None before 0.3.0.
  public let interfaces: [ResultInterface]
  public let addresses: [ResultAddress]
  public let routes: [RouteConfig]
  public let nameservers: [String]

  init(_ json: JSON) {
    cniVersion = json["cniVersion"]?.text ?? ""
    interfaces = json["interfaces"]?.elements.map { ResultInterface($0) } ?? []
    let legacy = ["ip4", "ip6"].compactMap { json[$0] }
    addresses =
      (json["ips"]?.elements.compactMap { ResultAddress($0) } ?? [])
      + legacy.compactMap { ResultAddress(legacy: $0) }
    let routes = json["routes"]?.elements ?? []
    self.routes = (routes + legacy.flatMap { $0["routes"]?.elements ?? [] }).compactMap {
      RouteConfig($0)
    }
    nameservers = json["dns"]?["nameservers"]?.elements.compactMap(\.text) ?? []
  }
}

/// An interface that a plugin made.
public struct ResultInterface: Hashable, Sendable {
  public let name: String
  public let mac: String
  /// The path of the namespace it is in; empty for the node's own.
  public let sandbox: String
  public let mtu: Int?

  init(_ json: JSON) {
    name = json["name"]?.text ?? ""
    mac = json["mac"]?.text ?? ""
    sandbox = json["sandbox"]?.text ?? ""
    mtu = json["mtu"]?.integer
  }
}
