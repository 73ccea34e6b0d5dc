/// Something of a packet that a rule looks at: nft's words for it, and how to write its values.
struct Field: Equatable {
  var words: String
  var kind: DataKind
  var role = Clause.Role.other
  /// The field says by itself which transport protocol it belongs to.
  var impliesTransport = false
  /// The same of the network protocol.
  var impliesNetwork = false
  /// What its value says of the packet's headers.
  var layer: Layers.Evidence?
  /// Its length in a register, in words of 4 bytes.
  var size = 1

  init(
    _ words: String, _ kind: DataKind, _ role: Clause.Role = .other, size: Int = 1,
    impliesTransport: Bool = false, impliesNetwork: Bool = false, layer: Layers.Evidence? = nil
  ) {
    self.words = words
    self.kind = kind
    self.role = role
    self.size = size
    self.impliesTransport = impliesTransport
    self.impliesNetwork = impliesNetwork
    self.layer = layer
  }
}
