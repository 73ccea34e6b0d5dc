import Netlink

extension NftInterpreter {
  /// `dynset`: adds the packet's key to a set or map, renews it, or takes it out.
  mutating func text(_ dynset: Expression.Dynset) -> String {
    let set = sets[NftSet.ID(table, dynset.set)]
    if let set, set.flags.isSuperset(of: [.anonymous, .evaluated]), !dynset.expressions.isEmpty {
      return "meter \(dynset.set) size \(set.size ?? 0) { \(content(dynset, of: set)) }"
    }
    return "\(Self.word(dynset.operation)) @\(dynset.set) { \(content(dynset, of: set)) }"
  }

  private mutating func content(_ dynset: Expression.Dynset, of set: NftSet?) -> String {
    var parts = [key(dynset.key, of: set)]
    if let timeout = dynset.timeout, timeout > 0 {
      parts.append("timeout \(durationText(timeout))")
    }
    parts += dynset.expressions.map(statement)
    if let data = dynset.data { parts += [":", self.data(data, of: set)] }
    return parts.joined(separator: " ")
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

  /// What an element does, without what it counted.
  func statement(_ expression: Expression) -> String {
    switch expression {
    case .counter: "counter"
    case .limit(let limit): limit.text
    case .connlimit(let connlimit): connlimit.text
    case .quota(let quota): quota.plainText
    case .last: "last"
    case .other(let name, let attributes): unknownText(name, attributes)
    case .meta, .ct, .payload, .exthdr, .fib, .rt, .socket, .osf, .xfrm, .tunnel, .numgen, .hash,
      .inner, .immediate, .bitwise, .byteorder, .cmp, .range, .lookup, .log, .queue, .dup, .fwd,
      .tproxy, .synproxy, .nat, .reject, .notrack, .flowOffload, .objref, .dynset, .match, .target:
      "[statement]"  // the kernel takes none of these here
    }
  }
}
