public import Addressing
import Kernel
import Netlink

/// The node's way out, and what is beyond: a namespace that plays the rest of the world.
///
/// It knows the node, and nothing of the pods behind it: no answer to a pod's own address ever comes
/// back from there.
public enum Uplink {
  static let wan = "wan"
  /// Of the node.
  static let node = IPAddress.v4(0xc633_6402)  // 198.51.100.2
  static let router = IPAddress.v4(0xc633_6401)  // 198.51.100.1
  /// A host of the outside, to ping from pods.
  public static let outside = IPAddress.v4(0xcb00_7101)  // 203.0.113.1

  static func make() throws(KernelError) {
    try NetworkNamespace.make(named: wan)
    let namespace = try NetworkNamespace(named: wan)
    try onNode { (socket) throws(KernelError) in
      try socket.change("lo", LinkChange(isUp: true))
      try socket.perform(
        .createVeth("eth0", peer: "uplink0", in: namespace.descriptor))
      try socket.change("eth0", LinkChange(isUp: true))
      try socket.add(Prefix(node, size: 24), to: "eth0")
    }
    try inside(wan) { (socket) throws(KernelError) in
      try socket.change("lo", LinkChange(isUp: true))
      try socket.change("uplink0", LinkChange(isUp: true))
      try socket.add(Prefix(router, size: 24), to: "uplink0")
      try socket.add(Prefix(host: outside), to: "lo")
    }
    try onNode { (socket) throws(KernelError) in
      let everywhere = NewRoute(destination: Prefix(.v4(0), size: 0), gateway: router)
      try socket.perform(.addRoute(everywhere, by: "eth0", index: socket.index(of: "eth0")))
    }
  }
}

extension Prefix {
  /// With a length that the address's family has.
  init(_ address: IPAddress, size: UInt8) {
    self = Prefix(address, length: size) ?? Prefix(host: address)
  }
}
