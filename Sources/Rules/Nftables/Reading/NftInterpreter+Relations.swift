import Addressing
import Netlink

/// What an operand is compared with.
enum Right {
  case value(Value)
  case prefix(Value, length: Int)
  case span(Value, Value)
  indirect case set(SetText)

  /// The numbers, where the bytes were in this order.
  func read(_ order: ByteOrder) -> Right {
    switch self {
    case .value(let value): .value(value.read(order))
    case .prefix(let value, let length): .prefix(value.read(order), length: length)
    case .span(let low, let high): .span(low.read(order), high.read(order))
    case .set: self
    }
  }

  /// Without so many bits at the end, as long as a field.
  func shifted(_ count: Int, bits: Int) -> Right {
    func shift(_ value: Value) -> Value { Value(value.number >> UInt128(count), bits: bits) }
    return switch self {
    case .value(let value): .value(shift(value))
    case .prefix(let value, let length): .prefix(shift(value), length: length)
    case .span(let low, let high): .span(shift(low), shift(high))
    case .set(let set): .set(set.shifted(count))
    }
  }
}

/// Comparisons.
extension NftInterpreter {
  /// Adds what the rule wants of an operand.
  mutating func relate(_ left: Operand, _ sign: Expression.Comparison, _ right: Right) {
    switch left {
    case .payload(let payload): relate(payload, sign, right)
    case .bitwise(let inner, let mask, let xor) where xor.number == 0:
      relateMasked(inner, mask, sign, right)
    case .shift(.bitwise(_, _, let xor), false, _) where xor.number == 0:
      add(tellPart(left), sign, right)
    default:
      let term = tell(left)
      let right = term.type.isString ? right : right.read(term.order)
      add(term, sign, right)
      if case .field(let field) = left, sign == .equal, case .value(let value) = right {
        note(field, value)
      }
    }
  }

  /// Remembers what a comparison says of the packet's headers.
  private mutating func note(_ field: Field, _ value: Value) {
    guard let evidence = field.evidence else { return }
    let number = UInt64(truncatingIfNeeded: value.number)
    let dependency = Dependency(
      clause: clauses.count - 1, origin: .evidence(evidence), number: number)
    layers.note(evidence, number)
    if let layer = evidence.layer { leaveOut(for: evidence, number, at: layer) }
    if evidence != .connectionAddress { dependencies.store(dependency, above: evidence.layer) }
  }

  private mutating func relate(
    _ payload: PayloadBits, _ sign: Expression.Comparison, _ right: Right
  ) {
    if case .value(let value) = right, sign == .equal || sign == .notEqual {
      return relateParts(payload, sign, value)
    }
    if case .set(let set) = right { noteICMPType(payload, set) }
    add(tell(payload), sign, right)
  }

  /// The first of several types tells which fields a message has.
  private mutating func noteICMPType(_ payload: PayloadBits, _ set: SetText) {
    guard payload.layer == .transport, payload.offset == 0, payload.bits == 8,
      layers.icmpType == 0, let header = layers.transport,
      header == .icmp || header == .icmpv6, let first = set.firstKey
    else { return }
    layers.noteICMPType(header, first)
  }

  /// Two comparisons that nft would write as one span become one clause.
  mutating func add(_ term: Term, _ sign: Expression.Comparison, _ right: Right) {
    if case .value(let value) = right, let low = previous, low.words == term.words,
      let merged = low.sign.merged(with: sign)
    {
      previous = nil
      clauses[low.clause] = clause(term, merged, .span(low.value, value))
      return
    }
    if case .value(let value) = right, sign == .atLeast || sign == .less {
      previous = LowerEnd(clause: clauses.count, words: term.words, sign: sign, value: value)
    } else {
      previous = nil
    }
    clauses.append(clause(term, sign, right))
  }

  func clause(_ term: Term, _ sign: Expression.Comparison, _ right: Right) -> Clause {
    var (text, isNamed, prefix) = ("", term.precedence > 0, Prefix?.none)
    let values = ValueText(type: term.type, names: names)
    switch right {
    case .value(let value):
      // All flags of a header at once are a number.
      let isSum = term.type.isFlags && term.type != .tcpFlags && value.number.nonzeroBitCount > 1
      text = isSum ? values.flags(value).joined(separator: " | ") : values.text(value)
      isNamed = isNamed || term.type.isFlags && !isSum
      prefix = self.prefix(term.type, value, length: term.type.bits)
    case .prefix(let value, let length):
      text = "\(values.text(value))/\(length)"
      prefix = self.prefix(term.type, value, length: length)
    case .span(let low, let high): text = values.text(low, high)
    case .set(let set): text = set.text
    }
    return Clause(
      term.role, term.words, sign: sign == .equal && isNamed ? "== " : sign.text, value: text,
      prefix: sign == .equal && term.precedence == 0 ? prefix : nil)
  }

  private func prefix(_ type: DataType, _ value: Value, length: Int) -> Prefix? {
    guard type == .ipv4 || type == .ipv6, let length = UInt8(exactly: length) else { return nil }
    let family = type == .ipv4 ? IPAddress.Family.v4 : .v6
    return Prefix(family.address(value.number), length: length)
  }
}

/// A comparison that may be the first half of a span.
struct LowerEnd {
  var clause: Int
  var words: String
  var sign: Expression.Comparison
  var value: Value
}

extension Expression.Comparison {
  /// What two comparisons of the same field with both ends of a span say together.
  fileprivate func merged(with other: Self) -> Self? {
    switch (self, other) {
    case (.atLeast, .atMost): .equal
    case (.less, .greater): .notEqual
    default: nil
    }
  }

  /// nft's sign, with the space after it.
  var text: String {
    switch self {
    case .equal: ""
    case .notEqual: "!= "
    case .less: "< "
    case .atMost: "<= "
    case .greater: "> "
    case .atLeast: ">= "
    }
  }
}

extension ValueText {
  /// All from one value to another, both included.
  func text(_ low: Value, _ high: Value) -> String {
    let text = ValueText(type: type, names: names, isNumeric: true)
    return "\(text.text(low))-\(text.text(high))"
  }
}
