import Netlink

extension NftInterpreter {
  /// `dynset`: adds the packet's key to a set or map, renews it, or takes it out.
  func text(_ dynset: Expression.Dynset) -> String {
    let set = sets[NftSet.ID(table, dynset.set)]
    var parts = [words(dynset.key, length: set?.keyLength)]
    if let timeout = dynset.timeout, timeout > 0 {
      parts.append("timeout \(durationText(timeout))")
    }
    parts += dynset.expressions.map(statement)
    if let data = dynset.data { parts += [":", words(data, length: set?.dataLength)] }
    return "\(Self.word(dynset.operation)) @\(dynset.set) { \(parts.joined(separator: " ")) }"
  }

  /// `NFT_DYNSET_OP_*`
  private static func word(_ operation: UInt32) -> String {
    switch operation {
    case 0: "add"
    case 1: "update"
    case 2: "delete"
    default: "[operation \(operation)]"
    }
  }

  /// What a register is filled with, part by part.
  private func words(_ register: Int, length: UInt32?) -> String {
    operands(register, length: Int(length ?? 4)).map(\.field.words).joined(separator: " . ")
  }

  /// What an element does, without what it counted.
  func statement(_ expression: Expression) -> String {
    switch expression {
    case .counter: "counter"
    case .limit(let limit): limit.text
    case .connlimit(let connlimit): connlimit.text
    case .quota(let quota): quota.plainText
    case .last: "last"
    case .other(let name, let attributes): unknownText(name, attributes)
    default: "[statement]"
    }
  }
}
