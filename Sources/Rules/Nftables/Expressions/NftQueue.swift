import Netlink

extension NftInterpreter {
  /// `queue`: the packet goes to a program, or to one of several.
  mutating func text(_ queue: Expression.Queue) -> String {
    let names = [(UInt16(1), "bypass"), (2, "fanout")]  // NFT_QUEUE_FLAG_*
    let flags = names.filter { queue.flags & $0.0 != 0 }.map(\.1).joined(separator: ",")
    return "queue\(flags.isEmpty ? "" : " flags \(flags)") to \(number(queue))"
  }

  private mutating func number(_ queue: Expression.Queue) -> String {
    if let source = queue.source { return value(source, .integer) }
    guard queue.count > 1 else { return "\(queue.first)" }
    return "\(queue.first)-\(UInt32(queue.first) + UInt32(queue.count) - 1)"
  }
}
