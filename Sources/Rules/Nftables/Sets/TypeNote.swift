import Netlink

/// nft's note on what a set was made for (`typeof`): an expression, in nft's own form. Each of its parts is
/// a type byte, a length byte and a value.
struct TypeNote {
  private let entries: [UInt8: ArraySlice<UInt8>]

  init(_ bytes: some Collection<UInt8>) {
    var entries: [UInt8: ArraySlice<UInt8>] = [:]
    var rest = ArraySlice(bytes)
    while let type = rest.popFirst(), let length = rest.popFirst(), rest.count >= length {
      entries[type] = rest.prefix(Int(length))
      rest = rest.dropFirst(Int(length))
    }
    self.entries = entries
  }

  /// `nil` for an expression this version does not know.
  var parts: [PartType]? {
    guard let data = entries[1] else { return nil }  // NFTNL_UDATA_SET_TYPEOF_DATA
    let body = TypeNote(data)
    if number(0) == Self.concatenation { return body.concatenated }
    return body.part(number(0)).map { [$0] }
  }

  /// `EXPR_CONCAT`
  private static let concatenation: UInt32 = 13

  private var concatenated: [PartType]? {
    var parts: [PartType] = []
    for index in UInt8.min..<16 {
      guard let entry = entries[index] else { break }
      let note = TypeNote(entry)
      guard let body = note.entries[1], let part = TypeNote(body).part(note.number(0)) else {
        return nil
      }
      parts.append(part)
    }
    return parts.isEmpty ? nil : parts
  }

  /// By `EXPR_*`, as nft 1.0 numbers them.
  private func part(_ expression: UInt32?) -> PartType? {
    switch expression {
    case 7: payload  // EXPR_PAYLOAD
    case 8: option  // EXPR_EXTHDR
    case 9: PartType(Field.meta(number(0) ?? .max))  // EXPR_META
    case 10: PartType(Field.socket(number(0) ?? .max, level: 0))  // EXPR_SOCKET
    case 12: PartType(Field.connection(number(0) ?? .max, direction: nil))  // EXPR_CT
    case 23, 24: PartType(.integer, .host, bits: 32)  // EXPR_NUMGEN, EXPR_HASH
    case 25: PartType(Field.route(number(0) ?? .max))  // EXPR_RT
    case 26: PartType(Field.fib(result: number(0) ?? 0, flags: number(1) ?? 0))  // EXPR_FIB
    case 27: PartType(Field.ipsec(number(0) ?? .max, direction: 0, number: 0))  // EXPR_XFRM
    default: nil
    }
  }

  /// `NFTNL_UDATA_SET_KEY_PAYLOAD_*`
  private var payload: PartType? {
    guard let description = number(0), let type = number(1) else { return nil }
    let length = number(4).map(Int.init(truncatingIfNeeded:))
    guard let header = Header(rawValue: description), header.rawValue <= Header.ether.rawValue
    else { return length.map { PartType(.raw, .network, bits: $0) } }
    guard type >= 1, type <= header.fields.count else { return nil }
    let field = header.fields[Int(type) - 1]
    return PartType(field.type, .network, bits: length ?? field.bits)
  }

  /// `NFTNL_UDATA_EXTHDR_*`: nft counts the fields of IPv6's headers from 1.
  private var option: PartType? {
    guard let description = number(0), let type = number(1) else { return nil }
    let operation = number(2) ?? 0
    let headers: [UInt8] = [0, 43, 43, 43, 43, 44, 60, 135]
    var kind = UInt8(truncatingIfNeeded: description)
    if operation == 0 {
      guard description >= 1, description <= headers.count else { return nil }
      kind = headers[Int(description) - 1]
    }
    guard let fields = OptionFormat.find(operation, kind)?.fields else { return nil }
    let index =
      Int(type) - (operation == 0 || operation == 2 ? 1 : 0) + skipped(description, operation)
    guard fields.indices.contains(index) else { return nil }
    return PartType(fields[index].type, .network, bits: fields[index].bits)
  }

  /// Fields of routing headers of a type follow those of all.
  private func skipped(_ description: UInt32, _ operation: UInt32) -> Int {
    switch (operation, description) {
    case (0, 5): 4  // EXTHDR_DESC_SRH
    case (0, 3): 9  // EXTHDR_DESC_RT0
    default: 0
    }
  }

  /// In host order.
  private func number(_ type: UInt8) -> UInt32? {
    guard let bytes = entries[type], bytes.count == 4 else { return nil }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension PartType {
  fileprivate init(_ field: Field) {
    self.init(field.type, field.order, bits: field.bits)
  }
}
