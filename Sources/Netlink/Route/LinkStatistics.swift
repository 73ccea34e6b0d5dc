/// The first fields of `struct rtnl_link_stats64` (include/uapi/linux/if_link.h), which only grows.
public struct LinkStatistics: Equatable, Sendable {
  public var receivedPackets: UInt64 = 0
  public var sentPackets: UInt64 = 0
  public var receivedBytes: UInt64 = 0
  public var sentBytes: UInt64 = 0
  public var receivedErrors: UInt64 = 0
  public var sentErrors: UInt64 = 0
  public var receivedDropped: UInt64 = 0
  public var sentDropped: UInt64 = 0

  public init(
    receivedPackets: UInt64 = 0, sentPackets: UInt64 = 0, receivedBytes: UInt64 = 0,
    sentBytes: UInt64 = 0, receivedErrors: UInt64 = 0, sentErrors: UInt64 = 0,
    receivedDropped: UInt64 = 0, sentDropped: UInt64 = 0
  ) {
    self.receivedPackets = receivedPackets
    self.sentPackets = sentPackets
    self.receivedBytes = receivedBytes
    self.sentBytes = sentBytes
    self.receivedErrors = receivedErrors
    self.sentErrors = sentErrors
    self.receivedDropped = receivedDropped
    self.sentDropped = sentDropped
  }

  /// `nil` where there is less than those.
  init?(_ value: Span<UInt8>) {
    guard value.count >= 64 else { return nil }
    receivedPackets = value.uint64(at: 0)
    sentPackets = value.uint64(at: 8)
    receivedBytes = value.uint64(at: 16)
    sentBytes = value.uint64(at: 24)
    receivedErrors = value.uint64(at: 32)
    sentErrors = value.uint64(at: 40)
    receivedDropped = value.uint64(at: 48)
    sentDropped = value.uint64(at: 56)
  }
}

/// One link's counters, from `RTM_NEWSTATS`: a tenth of the bytes of its `RTM_NEWLINK`.
public struct StatisticsMessage: Equatable, Sendable {
  public var index: UInt32
  public var statistics: LinkStatistics

  /// Reads a `struct if_stats_msg` and the attributes after it.
  public init(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 12 else { throw .shortMessage(need: 12, have: message.count) }
    index = message.uint32(at: 4)
    statistics = LinkStatistics()
    var attributes = AttributeReader<StatisticsAttribute>(message.extracting(droppingFirst: 12))
    while let attribute = try attributes.next() {
      guard attribute.key == .link64 else { continue }
      statistics = LinkStatistics(attribute.value) ?? statistics
    }
  }
}

/// `IFLA_STATS_*`.
enum StatisticsAttribute: UInt16, AttributeKey {
  case link64 = 1  // IFLA_STATS_LINK_64
}

extension Query<StatisticsMessage> {
  /// The counters of every link, or of one: `ip stats show group link`
  public static func statistics(of index: UInt32? = nil) -> Query {
    var header = [UInt8](repeating: 0, count: 4)  // struct if_stats_msg
    header.append(integer: index ?? 0)
    header.append(integer: UInt32(1))  // IFLA_STATS_FILTER_BIT(IFLA_STATS_LINK_64)
    let request = Request(
      to: "read counters", type: 94, flags: index == nil ? .dump : .single,  // RTM_GETSTATS
      header: header
    ) { (_: inout AttributeWriter<StatisticsAttribute>) in }
    return Query(request, read: StatisticsMessage.init(message:))
  }
}
