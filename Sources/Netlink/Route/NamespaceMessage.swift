/// How one namespace numbers another, from `RTM_NEWNSID`.
public struct NamespaceMessage: Hashable, Sendable {
  /// The number, in the namespace that was asked about. -1: it has none for that one.
  public var number: Int32
  /// The same namespace's number where the question was asked, if it was asked about elsewhere.
  public var numberHere: Int32?

  /// Reads a `struct rtgenmsg` and its attributes.
  public init(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 4 else { throw .shortMessage(need: 4, have: message.count) }
    number = -1
    var attributes = AttributeReader<NamespaceAttribute>(message.extracting(droppingFirst: 4))
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .number: number = try attribute.int32()
      case .currentNumber: numberHere = try attribute.int32()
      case .descriptor, .target, nil: break
      }
    }
  }
}

/// `NETNSA_*` (include/uapi/linux/net_namespace.h).
enum NamespaceAttribute: UInt16, AttributeKey {
  case number = 1  // NETNSA_NSID
  case descriptor = 3  // NETNSA_FD
  case target = 4  // NETNSA_TARGET_NSID
  case currentNumber = 5  // NETNSA_CURRENT_NSID
}

extension Query<NamespaceMessage> {
  /// The number by which this namespace knows the one behind a file descriptor.
  public static func number(ofNamespaceAt descriptor: Int32) -> Query {
    namespaces(.single) { $0.add(.descriptor, UInt32(bitPattern: descriptor)) }
  }

  /// Every namespace that this one has a number for: `ip netns list-id`
  public static let numbers = namespaces(.dump) { _ in }

  /// What the namespace that is `number` here calls the others, each with its number here too.
  public static func numbers(in number: Int32) -> Query {
    namespaces(.dump) { $0.add(.target, UInt32(bitPattern: number)) }
  }

  private static func namespaces(
    _ flags: Request.Flags, _ fill: (inout AttributeWriter<NamespaceAttribute>) -> Void
  ) -> Query {
    Query(
      Request(
        to: "list namespace numbers", type: 90, flags: flags,  // RTM_GETNSID
        header: [0, 0, 0, 0], attributes: fill),
      read: NamespaceMessage.init(message:))
  }
}
