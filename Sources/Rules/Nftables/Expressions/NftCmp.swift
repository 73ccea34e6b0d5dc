import Netlink

extension NftInterpreter {
  /// `cmp`: a register against bytes.
  mutating func run(_ cmp: Expression.Cmp) {
    let left = operand(cmp.source)
    let (bits, length) = (left.bits, cmp.value.count * 8)
    if bits > length, !left.isString {
      let missing = UInt128(bits - length)
      let value = Value(Value(cmp.value).number << missing, bits: bits)
      relate(left, cmp.comparison, .prefix(value, length: length))
    } else if bits > 0, bits < length {
      relateTogether(operands(cmp.source, length: cmp.value.count), cmp.comparison, cmp.value)
    } else {
      relate(left, cmp.comparison, .value(Value(cmp.value)))
    }
  }

  /// Several registers at once.
  private mutating func relateTogether(
    _ parts: [Operand], _ sign: Expression.Comparison, _ bytes: [UInt8]
  ) {
    guard parts.count > 1 else { return relate(parts[0], sign, .value(Value(bytes))) }
    var (rest, words, values) = (bytes[...], [String](), [String]())
    for part in parts {
      let term = tellPart(part)
      let length = min(16, max(1, (term.bits + 7) / 8))
      let value = Value(rest.prefix(length))
      words.append(term.words)
      values.append(constant(term.type.isString ? value : value.read(term.order), term.type).words)
      rest = rest.dropFirst((length + 3) / 4 * 4)
    }
    clauses.append(
      Clause(
        .other, words.joined(separator: " . "), sign: sign == .equal ? "" : sign.text,
        value: values.joined(separator: " . ")))
    previous = nil
  }

  /// `range`: a register against all that lies between two values.
  mutating func run(_ range: Expression.Range) {
    relate(
      operand(range.source), range.isInverted ? .notEqual : .equal,
      .span(Value(range.low), Value(range.high)))
  }
}
