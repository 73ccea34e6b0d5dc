/// Changes to nftables that the kernel makes all at once or not at all.
public struct NftBatch: Equatable, Sendable {
  /// What it is for, as the end of "cannot …".
  public var purpose: String
  public private(set) var requests: [Request] = []

  public init(to purpose: String) {
    self.purpose = purpose
  }

  public var isEmpty: Bool { requests.isEmpty }

  /// Appends a change.
  mutating func append<Key: AttributeKey>(
    _ type: NftMessage, _ family: NftFamily, _ flags: Request.Flags,
    _ attributes: (inout AttributeWriter<Key>) -> Void
  ) {
    requests.append(
      Request(
        to: purpose, type: type.rawValue, flags: flags, header: [family.rawValue, 0, 0, 0],
        attributes: attributes))
  }

  /// The messages as sent, in one datagram. The frame takes the first and the last of the sequence
  /// numbers from `sequence` on, the changes those between.
  ///
  /// Only the last change asks for a word when all went well: the kernel says of every change why it
  /// does not, and hundreds of words would not fit into a socket's buffer.
  public func bytes(sequence: UInt32) -> [UInt8] {
    var bytes = Self.frame(0x10).bytes(sequence: sequence)  // NFNL_MSG_BATCH_BEGIN
    var next = sequence
    for (place, request) in requests.enumerated() {
      var request = request
      if place < requests.count - 1 { request.flags.remove(.ack) }
      next += 1
      bytes += request.bytes(sequence: next)
      bytes += [UInt8](repeating: 0, count: aligned(bytes.count) - bytes.count)
    }
    return bytes + Self.frame(0x11).bytes(sequence: next + 1)  // NFNL_MSG_BATCH_END
  }

  /// `struct nfgenmsg` with the subsystem, 10, in network order.
  private static func frame(_ type: UInt16) -> Request {
    Request(
      to: "", type: type, flags: .request, header: [0, 0, 0, 10]  // NFNL_SUBSYS_NFTABLES
    ) { (_: inout AttributeWriter<NftListAttribute>) in }
  }
}
