import Netlink

/// What a rule can look at beside the bytes of headers: nft's words for it, and its values.
struct Field {
  var words: String
  var type: DataType
  /// How its bytes lie in a register.
  var order: ByteOrder
  var bits: Int
  var role = Clause.Role.other
  /// What its value says of the packet's headers.
  var evidence: Layers.Evidence?

  /// Order and length are those of the type where nothing else is said.
  init(
    _ words: String, _ type: DataType, _ order: ByteOrder? = nil, bits: Int? = nil,
    role: Clause.Role = .other, evidence: Layers.Evidence? = nil
  ) {
    self.words = words
    self.type = type
    self.order = order ?? type.order
    self.bits = bits ?? type.bits
    self.role = role
    self.evidence = evidence
  }
}
