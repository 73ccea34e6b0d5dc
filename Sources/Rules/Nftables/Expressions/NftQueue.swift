import Netlink

extension Expression.Queue {
  /// `queue`: the packet goes to a program, or to one of several.
  var text: String {
    let names = [(UInt16(1), "bypass"), (2, "fanout")]  // NFT_QUEUE_FLAG_*
    let words = names.filter { flags & $0.0 != 0 }.map(\.1).joined(separator: ",")
    let last = count > 1 ? "-\(UInt32(first) + UInt32(count) - 1)" : ""
    return "queue\(words.isEmpty ? "" : " flags \(words)") to \(first)\(last)"
  }
}
