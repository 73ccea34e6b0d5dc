/// `struct xt_counters` and `NFTA_COUNTER_*` alike.
public struct PacketCounter: Hashable, Sendable {
  public var packets: UInt64
  public var bytes: UInt64

  public init(packets: UInt64, bytes: UInt64) {
    self.packets = packets
    self.bytes = bytes
  }
}

/// `NFTA_COUNTER_*`
enum CounterAttribute: UInt16, AttributeKey {
  case bytes = 1  // NFTA_COUNTER_BYTES
  case packets = 2  // NFTA_COUNTER_PACKETS
}

extension PacketCounter {
  init(_ nest: consuming AttributeReader<CounterAttribute>) throws(WireError) {
    self.init(packets: try nest.wide(.packets) ?? 0, bytes: try nest.wide(.bytes) ?? 0)
  }
}
