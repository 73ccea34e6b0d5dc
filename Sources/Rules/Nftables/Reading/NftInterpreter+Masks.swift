import Netlink

/// Comparisons of some bits of an operand.
extension NftInterpreter {
  mutating func relateMasked(
    _ inner: Operand, _ mask: Value, _ sign: Expression.Comparison, _ right: Right
  ) {
    let term = tell(inner)
    let bits = mask.read(term.order)
    let other = right.read(term.order)
    if term.type.isFlags, sign == .equal || sign == .notEqual {
      return relateFlags(term, bits, sign, other)
    }
    if term.type.prefersPrefixes, case .value(let value) = other, let length = bits.prefixLength {
      return add(term, sign, .prefix(value, length: length))
    }
    if let (field, shift) = trim(inner, mask) {
      return relate(field, sign, right.shifted(shift, bits: field.bits))
    }
    add(term.with(.and, constant(bits, term.type)), sign, other)
  }

  /// Which of some flags are set: any of them, or just these.
  private mutating func relateFlags(
    _ term: Term, _ mask: Value, _ sign: Expression.Comparison, _ right: Right
  ) {
    let masked = term.with(.and, constant(mask, term.type))
    guard case .value(let value) = right else { return add(masked, sign, right) }
    let text = ValueText(type: term.type, names: names)
    let bits = text.flags(mask).joined(separator: ",")
    if value.number == 0 {
      previous = nil
      clauses.append(
        Clause(term.role, term.words, sign: sign == .equal ? "! " : "", value: bits))
    } else if value.number == mask.number, value.number.nonzeroBitCount == 1 {
      add(masked, sign, right)
    } else {
      previous = nil
      let wanted = text.flags(value).joined(separator: ",")
      clauses.append(
        Clause(
          term.role, term.words, sign: sign == .notEqual ? "!= " : "",
          value: "\(wanted) / \(bits)"))
    }
  }
}
