import Glibc
import Netlink

extension NodeNames {
  /// How the calling thread's namespace calls its interfaces, asked when a name is wanted, and how far its
  /// clock is ahead of UTC.
  static func read() -> NodeNames {
    var names = NodeNames(secondsFromUTC: WallClock.offset(at: WallClock.now / 1_000_000_000))
    names.lookup = InterfaceLookup { interfaceName($0) }
    return names
  }
}

/// `nil` where the calling thread's namespace has no interface with this index.
private func interfaceName(_ index: UInt32) -> String? {
  var name = [CChar](repeating: 0, count: Int(IF_NAMESIZE))
  guard unsafe if_indextoname(index, &name) != nil else { return nil }
  return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
