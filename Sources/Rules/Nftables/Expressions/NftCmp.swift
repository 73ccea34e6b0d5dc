import Addressing
import Netlink

extension NftInterpreter {
  /// `cmp`: a register against bytes.
  mutating func compare(_ from: Int, _ operation: Expression.Comparison, _ value: [UInt8]) {
    let operand = operand(from)
    if operation == .equal, let layer = operand.field.layer { note(layer, value) }
    guard operand.mask.isEmpty else { return compareMasked(operand, operation, value) }
    guard let prefix = shortPrefix(operand.field.kind, value) else {
      return addComparison(operand, operation, operand.field.kind.text(value), prefix: nil)
    }
    let text = prefix.isHost ? prefix.address.description : prefix.description
    addComparison(operand, operation, text, prefix: operation == .equal ? prefix : nil)
  }

  /// An address, or the bytes of one that its prefix covers.
  private func shortPrefix(_ kind: DataKind, _ value: [UInt8]) -> Prefix? {
    guard kind == .address || kind == .address6, let address = kind.address(value) else {
      return nil
    }
    return Prefix(address, length: UInt8(truncatingIfNeeded: min(16, value.count) * 8))
  }

  /// `range`: a register against all that lies between two values.
  mutating func run(_ range: Expression.Range) {
    let operand = operand(range.source)
    let kind = operand.field.kind
    addComparison(
      operand, range.isInverted ? .notEqual : .equal,
      "\(kind.text(range.low))-\(kind.text(range.high))", prefix: nil)
  }

  private mutating func compareMasked(
    _ operand: Operand, _ operation: Expression.Comparison, _ value: [UInt8]
  ) {
    let kind = operand.field.kind
    if let address = kind.address(value), kind == .address || kind == .address6,
      let length = maskLength(operand.mask),
      let prefix = Prefix(address, length: length)
    {
      addComparison(operand, operation, "\(prefix)", prefix: operation == .equal ? prefix : nil)
    } else if kind.isFlags, value.allSatisfy({ $0 == 0 }), operation == .notEqual {
      addComparison(operand, .equal, kind.text(operand.mask), prefix: nil)
    } else if kind == .tcpFlags {
      let words = kind.text(value).split(separator: " | ").joined(separator: ",")
      let mask = kind.text(operand.mask).split(separator: " | ").joined(separator: ",")
      addComparison(operand, operation, "\(words) / \(mask)", prefix: nil)
    } else {
      var masked = operand
      masked.field.words += " & \(kind.text(operand.mask))"
      let sign = operation == .equal ? "== " : operation.sign
      addComparison(masked, operation, kind.text(value), prefix: nil, sign: sign)
    }
  }

  /// Remembers what a comparison establishes about the packet's headers.
  private mutating func note(_ layer: Layers.Evidence, _ value: [UInt8]) {
    switch layer {
    case .family:
      layers.network = NftFamily(rawValue: value.first ?? 0)
      networkClause = clauses.count
    case .etherType:
      let families: [UInt64: NftFamily] = [0x0800: .ip, 0x86dd: .ip6, 0x0806: .arp]
      layers.network = families[big(value)]
      networkClause = clauses.count
    case .transport:
      layers.transport = value.first
      transportClause = clauses.count
    }
  }

  /// Two comparisons that nft would write as one range become one clause.
  private mutating func addComparison(
    _ operand: Operand, _ operation: Expression.Comparison, _ value: String, prefix: Prefix?,
    sign: String? = nil
  ) {
    let field = operand.field
    let sign = sign ?? operation.sign
    if operation == .atMost, let low = clauses.last, low.sign == Expression.Comparison.atLeast.sign,
      low.words == field.words
    {
      clauses[clauses.count - 1] = Clause(
        field.role, field.words, value: "\(low.value)-\(value)")
      return
    }
    clauses.append(Clause(field.role, field.words, sign: sign, value: value, prefix: prefix))
  }
}

extension Expression.Comparison {
  /// nft's sign, with the space after it.
  fileprivate var sign: String {
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
