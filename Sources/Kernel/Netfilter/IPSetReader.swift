import Glibc
import Netlink

/// Reads which ipsets the calling thread's namespace has.
enum IPSetReader {
  /// The names of ipsets by the numbers that rules have for them. Empty where the kernel has none or
  /// does not say: then rules are read all the same.
  static func names() -> [UInt16: String] {
    guard isThere, var socket = try? NetlinkSocket(.netfilter) else { return [:] }
    return names(&socket)
  }

  /// Likewise, asked by a socket of netfilter.
  static func names(_ socket: inout NetlinkSocket) -> [UInt16: String] {
    guard isThere, let sets = try? socket.list(.ipsets) else { return [:] }
    return Dictionary(sets.map { ($0.index, $0.name) }) { first, _ in first }
  }

  /// To ask where there is no ipset would load it. As a module or built in, it has parameters here.
  private static var isThere: Bool { unsafe access("/sys/module/ip_set", F_OK) == 0 }
}
