public import Addressing

/// What a router or the target says of an echo request.
public enum EchoAnswer: Hashable, Sendable {
  case reply
  /// `ICMP_DEST_UNREACH` and its code (RFC 792), from whoever gave up.
  case unreachable(code: UInt8, by: IPAddress)

  /// Reads an IPv4 packet; `nil` if it is about something else.
  init?(_ packet: ArraySlice<UInt8>, id: UInt16, number: UInt16) {
    guard let message = Self.payload(packet), message.count >= 8 else { return nil }
    let source = packet.dropFirst(12).prefix(4)
    switch (message[message.startIndex], message[message.startIndex + 1]) {
    case (0, 0) where Self.names(message, id, number):  // ICMP_ECHOREPLY
      self = .reply
    case (3, let code):
      guard let original = Self.payload(message.dropFirst(8)), Self.names(original, id, number),
        let router = IPAddress(bytes: source)
      else { return nil }
      self = .unreachable(code: code, by: router)
    default: return nil
    }
  }

  private static func payload(_ packet: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = packet.first, first >> 4 == 4, packet.count >= 20 else { return nil }
    return packet.dropFirst(Int(first & 0xf) * 4)
  }

  private static func names(_ message: ArraySlice<UInt8>, _ id: UInt16, _ number: UInt16) -> Bool {
    let words = [id >> 8, id & 0xff, number >> 8, number & 0xff].map { UInt8($0) }
    return message.dropFirst(4).prefix(4).elementsEqual(words)
  }
}
