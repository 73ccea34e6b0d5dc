import CNI
import Engine

/// A pod of the demo, named as a kubelet would have it.
public struct DemoPod: Hashable, Sendable {
  public let namespace: String
  /// Of its network namespace too.
  public let name: String
  private let number: Int

  /// The first few have names of their own.
  init(_ number: Int) {
    self.number = number
    (namespace, name) =
      number < Self.known.count
      ? Self.known[number] : ("batch", "worker-\(number + 1)")
  }

  private init(_ number: Int, _ namespace: String, _ name: String) {
    (self.number, self.namespace, self.name) = (number, namespace, name)
  }

  /// One that comes when the others are there.
  static let late = DemoPod(DemoNode.mostPods, "default", "late-9f1")

  /// The first few have names that people know.
  static let known = [
    ("default", "web-7d9"), ("default", "api-55c"), ("kube-system", "coredns-5d7"),
    ("shop", "cart-6b8"), ("shop", "payments-5f4"), ("monitoring", "prometheus-0"),
    ("search", "index-0"), ("ingress", "proxy-6cf"),
  ]

  /// 64 hexadecimal digits, as containerd gives them.
  var containerID: String {
    (1...4).map { part in
      let digits = String(
        UInt64(number * 4 + part) &* 0x9e37_79b9_7f4a_7c15, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  var key: AttachmentKey { AttachmentKey(containerID: containerID, interfaceName: "eth0") }

  var order: Runtime.Order {
    Runtime.Order(
      network: DemoNetwork.name, key: key, namespacePath: "/run/netns/\(name)",
      arguments: "IgnoreUnknown=1;K8S_POD_NAMESPACE=\(namespace);K8S_POD_NAME=\(name);"
        + "K8S_POD_INFRA_CONTAINER_ID=\(containerID)")
  }
}
