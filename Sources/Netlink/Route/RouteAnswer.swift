public import Addressing

/// Where one packet would go, as `ip route get` says it.
public struct RouteAnswer: Hashable, Sendable {
  /// `RTN_*`: 1 unicast, 2 local, 3 broadcast, …
  public var type: UInt8
  /// The index of the interface it leaves by.
  public var interface: UInt32?
  /// The address that this host's own packets to there carry.
  public var source: IPAddress?

  /// Reads a `struct rtmsg` and its attributes.
  public init(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 12 else { throw .shortMessage(need: 12, have: message.count) }
    type = message[7]
    var attributes = AttributeReader<RouteAttribute>(message.extracting(droppingFirst: 12))
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .interface: interface = try attribute.uint32()
      case .source: source = try attribute.address()
      case .destination, .gateway, .via, .metric, .table, .multipath, .metrics, nil: break
      }
    }
  }
}

/// What routing goes by.
public struct RouteQuestion: Hashable, Sendable {
  public var destination: IPAddress
  public var source: IPAddress?
  /// The index of the interface a packet comes in by; `nil` for one of this host's own.
  public var incoming: UInt32?
  /// The index of the interface it has to leave by.
  public var outgoing: UInt32?
  public var mark: UInt32?
  /// Type of service, or traffic class.
  public var trafficClass: UInt8 = 0

  public init(to destination: IPAddress) {
    self.destination = destination
  }
}

/// `RTA_*` of a question.
enum RouteQuestionAttribute: UInt16, AttributeKey {
  case destination = 1  // RTA_DST
  case source = 2  // RTA_SRC
  case incoming = 3  // RTA_IIF
  case outgoing = 4  // RTA_OIF
  case mark = 16  // RTA_MARK
}

extension Query<RouteAnswer> {
  /// `ip route get`: one entry; refused with ENETUNREACH and the like where there is no way.
  public static func route(_ question: RouteQuestion) -> Query {
    let width = question.destination.family.bitWidth
    var header = [UInt8](repeating: 0, count: 12)  // struct rtmsg
    header[0] = width == 32 ? AddressFamily.v4 : AddressFamily.v6
    header[1] = width
    if question.source != nil { header[2] = width }
    if width == 32 { header[3] = question.trafficClass & 0x1c }  // IPTOS_RT_MASK
    let request = Request(
      to: "ask for the route to \(question.destination)", type: 26, flags: .single,  // RTM_GETROUTE
      header: header
    ) { (route: inout AttributeWriter<RouteQuestionAttribute>) in
      route.add(.destination, question.destination.bytes)
      if let source = question.source { route.add(.source, source.bytes) }
      if let incoming = question.incoming { route.add(.incoming, incoming) }
      if let outgoing = question.outgoing { route.add(.outgoing, outgoing) }
      if let mark = question.mark { route.add(.mark, mark) }
    }
    return Query(request, read: RouteAnswer.init(message:))
  }
}
