extension RuleInterpreter {
  /// The clause of an expression that stands for itself.
  func statement(_ expression: Expression) -> Clause {
    switch expression {
    case .setMeta(let key, let from): set(.meta(key), from)
    case .setConnection(let key, let from): set(.connection(key, direction: nil), from)
    case .setPayload(let payload, let from): set(.payload(payload, layers), from)
    case .limit(let limit): Clause(.other, "\(limit)")
    case .quota(let bytes, let over, let used):
      Clause(
        .other, "quota \(over ? "over " : "")\(bytes) bytes\(used > 0 ? " used \(used) bytes" : "")"
      )
    case .log(let options): Clause(.other, "\(options)")
    case .reject(let type, let code): Clause(.action(.reject), reject(type, code))
    case .notrack: Clause(.other, "notrack")
    case .duplicate(let address, let device):
      Clause(
        .other,
        "dup to \(value(address, .address))\(device.map { " device \(value($0, .index))" } ?? "")")
    case .forward(let device): Clause(.other, "fwd to \(value(device, .index))")
    case .object(let type, let name): Clause(.other, "\(objectWord(type)) name \"\(name)\"")
    case .queue(let first, let count, let flags): Clause(.other, queue(first, count, flags))
    case .update(let set, let operation, let key, let timeout):
      Clause(.other, update(set, operation, key, timeout))
    case .target(let target): XtText.target(target, isIPv6: layers.network == .ip6)
    case .other(let name): Clause(.other, "[\(name)]")
    case .meta, .connection, .payload, .compare, .range, .bitwise, .lookup, .fib, .immediate,
      .counter, .translate, .numgen, .hash, .match:
      Clause(.other, "")
    }
  }

  private func set(_ field: Field, _ from: Int) -> Clause {
    Clause(.other, "\(field.words) set \(assigned(field, from))")
  }

  private func assigned(_ field: Field, _ from: Int) -> String {
    let operand = operand(from)
    if let constant = operand.constant { return field.kind.text(constant) }
    guard !operand.mask.isEmpty else { return operand.field.words }
    let kind = field.kind
    let masked = operand.field.words + " & " + kind.text(operand.mask)
    guard operand.xor.contains(where: { $0 != 0 }) else { return masked }
    let inverse = operand.mask.map { ~$0 }
    if operand.mask.allSatisfy({ $0 == 0xff }) {
      return operand.field.words + " ^ " + kind.text(operand.xor)
    }
    if inverse == operand.xor { return operand.field.words + " | " + kind.text(operand.xor) }
    return masked + " ^ " + kind.text(operand.xor)
  }

  /// A register's constant, or the words for what fills it.
  func value(_ register: Int?, _ kind: DataKind) -> String {
    guard let register else { return "" }
    let operand = operand(register)
    return operand.constant.map(kind.text) ?? operand.field.words
  }

  private func reject(_ type: UInt32, _ code: UInt8) -> String {
    if type == 1 { return "reject with tcp reset" }  // NFT_REJECT_TCP_RST
    if type == 2 {  // NFT_REJECT_ICMPX_UNREACH
      if code == 1 { return "reject" }
      return "reject with icmpx \(Symbols.icmpxCodes[UInt64(code)] ?? "\(code)")"
    }
    let isIPv6 = layers.network == .ip6
    if code == (isIPv6 ? 4 : 3), table.family != .inet { return "reject" }
    let names = isIPv6 ? Symbols.icmp6Codes : Symbols.icmpCodes
    return "reject with \(isIPv6 ? "icmpv6" : "icmp") \(names[UInt64(code)] ?? "\(code)")"
  }

  private func queue(_ first: UInt16, _ count: UInt16, _ flags: UInt16) -> String {
    let names = [(UInt16(1), "bypass"), (2, "fanout")]
    let words = names.filter { flags & $0.0 != 0 }.map(\.1).joined(separator: ",")
    let last = count > 1 ? "-\(UInt32(first) + UInt32(count) - 1)" : ""
    return "queue\(words.isEmpty ? "" : " flags \(words)") to \(first)\(last)"
  }

  private func update(_ set: String, _ operation: UInt32, _ key: Int, _ timeout: UInt64?) -> String
  {
    let word = operation == 0 ? "add" : operation == 1 ? "update" : "delete"
    let length = Int(sets[NftSet.ID(table, set)]?.keyLength ?? 4)
    let words = operands(key, length: length).map(\.field.words).joined(separator: " . ")
    let tail = timeout.flatMap { $0 > 0 ? " timeout \(Span.text(milliseconds: $0))" : nil } ?? ""
    return "\(word) @\(set) { \(words)\(tail) }"
  }

  private enum Span {
    static func text(milliseconds: UInt64) -> String {
      let seconds = milliseconds / 1000
      let parts = [
        (seconds / 86400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "m"),
        (seconds % 60, "s"),
      ]
      return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    }
  }

  /// `NFT_OBJECT_*`
  private func objectWord(_ type: UInt32) -> String {
    let words = ["object", "counter", "quota", "ct helper set", "limit", "connlimit"]
    return type < 6 ? words[Int(type)] : "object \(type)"
  }
}

extension Expression.Limit: CustomStringConvertible {
  public var description: String {
    let units: [UInt64: String] = [
      1: "second", 60: "minute", 3600: "hour", 86400: "day", 604_800: "week",
    ]
    let unit = units[unit] ?? "\(unit) seconds"
    let start = "limit rate \(over ? "over " : "")"
    if countsBytes {
      return start + "\(bytes(rate))/\(unit)" + (burst > 0 ? " burst \(bytes(UInt64(burst)))" : "")
    }
    return start + "\(rate)/\(unit)" + (burst == 5 ? "" : " burst \(burst) packets")
  }

  private func bytes(_ count: UInt64) -> String {
    if count >= 1 << 20, count % (1 << 20) == 0 { return "\(count >> 20) mbytes" }
    if count >= 1 << 10, count % (1 << 10) == 0 { return "\(count >> 10) kbytes" }
    return "\(count) bytes"
  }
}

extension Expression.LogOptions: CustomStringConvertible {
  public var description: String {
    var text = "log"
    if let prefix { text += " prefix \"\(prefix)\"" }
    if let group { text += " group \(group)" }
    if let level, level != 4, level < 8 { text += " level \(Symbols.logLevels[Int(level)])" }
    return text
  }
}
