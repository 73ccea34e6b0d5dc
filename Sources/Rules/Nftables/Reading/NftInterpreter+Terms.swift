import Netlink

/// Registers in words: what they hold is looked at with what the rule has established so far.
extension NftInterpreter {
  /// An operand in words, and the clauses left out that it makes superfluous. Constants have no type of
  /// their own.
  mutating func tell(_ operand: Operand, as type: (DataType, ByteOrder)? = nil) -> Term {
    switch operand {
    case .constant(let bytes): return constant(bytes, type ?? (.raw, .network))
    case .field(let field): return Term(field)
    case .payload(let payload): return tell(payload)
    case .option(let option): return tell(option)
    case .bitwise(let inner, let mask, let xor): return tell(inner, mask, xor, as: type)
    case .shift(let inner, let isLeft, let bits):
      let amount = Term("\(bits)", .integer, .host, bits: 32)
      return tell(inner, as: type).with(isLeft ? .left : .right, amount)
    case .combined(let left, let sign, let right):
      return tell(left, as: type).with(sign, tell(right, as: type))
    case .byteorder(let inner):
      var term = tell(inner, as: type)
      term.order = term.order.opposite
      return term
    case .map(let key, let name, let set): return tell(key, in: set, name)
    case .hash(let key, let tail):
      let words = key.isEmpty ? "symhash" : "jhash \(tellTogether(key).words)"
      return Term(words + tail, .integer, .host, bits: 32)
    case .unknown(let words): return Term(words, .raw, .network, bits: 0)
    }
  }

  /// Several registers that one after the other make a key, or data. Constants are of these types.
  mutating func tellTogether(_ operands: [Operand], as types: [PartType] = []) -> Term {
    guard operands.count != 1 || !types.isEmpty else { return tell(operands[0]) }
    var terms: [Term] = []
    for (index, operand) in operands.enumerated() {
      let type = types.indices.contains(index) ? (types[index].type, types[index].order) : nil
      terms.append(tellPart(operand, as: type))
    }
    if terms.count == 1 { return terms[0] }
    return Term(terms.map(\.words).joined(separator: " . "), .raw, .network, bits: 0)
  }

  /// In a key, a mask that takes a field out of its bytes is not said.
  mutating func tellPart(_ operand: Operand, as type: (DataType, ByteOrder)? = nil) -> Term {
    let whole = tell(operand, as: type)
    switch operand {
    case .bitwise(let inner, let mask, let xor) where xor.number == 0:
      return trim(inner, mask).map { tell($0.field) } ?? whole
    case .shift(.bitwise(let inner, let mask, let xor), false, let count) where xor.number == 0:
      guard let (field, shift) = trim(inner, mask), count >> shift == 0 else { return whole }
      return tell(field)
    default: return whole
    }
  }

  private func constant(_ bytes: [UInt8], _ type: (DataType, ByteOrder)) -> Term {
    guard bytes.count <= 16 else {
      return Term(hexadecimal(bytes), .raw, .network, bits: bytes.count * 8)
    }
    return constant(Value(bytes).read(type.0.isString ? .network : type.1), type.0)
  }

  /// A value in words. Several flags are a sum of them.
  func constant(_ value: Value, _ type: DataType) -> Term {
    let text = ValueText(type: type, names: names)
    guard type.isFlags, value.number.nonzeroBitCount > 1 else {
      return Term(text.text(value), type, .network, bits: value.bits)
    }
    return Term(
      text.flags(value).joined(separator: " | "), type, .network, bits: value.bits,
      precedence: Term.Operator.or.precedence)
  }

  /// `(inner & mask) ^ xor`, with as few operators as say it.
  private mutating func tell(
    _ inner: Operand, _ mask: Value, _ xor: Value, as type: (DataType, ByteOrder)?
  ) -> Term {
    var term = tell(inner, as: type)
    let order = term.order
    let or = xor.number & ~mask.number
    let flip = xor.number & mask.number
    let kept = mask.number | or
    for (sign, bits) in [(Term.Operator.and, kept), (.xor, flip), (.or, or)] {
      if bits == (sign == .and ? Value.ones(mask.bits).number : 0) { continue }
      term = term.with(sign, constant(Value(bits, bits: mask.bits).read(order), term.type))
    }
    return term
  }

  /// What a map has for a key.
  private mutating func tell(_ key: [Operand], in set: NftSet?, _ name: String) -> Term {
    let (term, shift) = tellKey(key, of: set)
    let content = SetText(set, name, names: names, shift: shift)
    let type = content.dataType
    return Term(
      "\(term.words) map \(content.text)", type, type.order, bits: type.bits)
  }

  /// A key in words, and how far a set's keys are shifted against its field.
  mutating func tellKey(_ key: [Operand], of set: NftSet?) -> (Term, shift: Int) {
    guard key.count == 1, case .bitwise(let inner, let mask, let xor) = key[0], xor.number == 0
    else { return (tellTogether(key), 0) }
    let whole = tell(key[0])
    guard let (field, shift) = trim(inner, mask) else { return (whole, 0) }
    return (tell(field), shift)
  }
}
