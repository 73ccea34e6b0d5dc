/// Which nsid one namespace has for another, from `RTM_NEWNSID`.
public struct NamespaceMessage: Hashable, Sendable {
  /// The nsid, in the namespace that was asked about. -1: it has none for that one.
  public var nsid: Int32
  /// The same namespace's nsid where the question was asked, if it was asked about elsewhere.
  public var nsidHere: Int32?

  /// Reads a `struct rtgenmsg` and its attributes.
  public init(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 4 else { throw .shortMessage(need: 4, have: message.count) }
    nsid = -1
    var attributes = AttributeReader<NamespaceAttribute>(message.extracting(droppingFirst: 4))
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .nsid: nsid = try attribute.int32()
      case .currentNsid: nsidHere = try attribute.int32()
      case .descriptor, .target, nil: break
      }
    }
  }
}

/// `NETNSA_*` (include/uapi/linux/net_namespace.h).
enum NamespaceAttribute: UInt16, AttributeKey {
  case nsid = 1  // NETNSA_NSID
  case descriptor = 3  // NETNSA_FD
  case target = 4  // NETNSA_TARGET_NSID
  case currentNsid = 5  // NETNSA_CURRENT_NSID
}

extension Query<NamespaceMessage> {
  /// The nsid by which this namespace knows the one behind a file descriptor.
  public static func nsid(ofNamespaceAt descriptor: Int32) -> Query {
    namespaces(.single) { $0.add(.descriptor, UInt32(bitPattern: descriptor)) }
  }

  /// Every namespace that this one has an nsid for: `ip netns list-id`
  public static let nsids = namespaces(.dump) { _ in }

  /// What the namespace that is `nsid` here calls the others, each with its nsid here too.
  public static func nsids(in nsid: Int32) -> Query {
    namespaces(.dump) { $0.add(.target, UInt32(bitPattern: nsid)) }
  }

  private static func namespaces(
    _ flags: Request.Flags, _ fill: (inout AttributeWriter<NamespaceAttribute>) -> Void
  ) -> Query {
    Query(
      Request(
        to: "list nsids", type: 90, flags: flags,  // RTM_GETNSID
        header: [0, 0, 0, 0], attributes: fill),
      read: NamespaceMessage.init(message:))
  }
}
