/// A field of a header.
struct HeaderField {
  /// From the header's first bit; with the length, in bits.
  let offset: Int
  let bits: Int
  /// With the header's name, as nft writes it.
  let words: String
  let type: DataType
  var role = Clause.Role.other
  /// It says which header comes next.
  var isProtocol = false
  /// The type of ICMP message that has it; `nil` for all.
  var icmpType: UInt8?

  init(
    _ offset: Int, _ bits: Int, _ words: String, _ type: DataType = .integer,
    _ role: Clause.Role = .other, isProtocol: Bool = false, icmpType: UInt8? = nil
  ) {
    self.offset = offset
    self.bits = bits
    self.words = words
    self.type = type
    self.role = role
    self.isProtocol = isProtocol
    self.icmpType = icmpType
  }
}
