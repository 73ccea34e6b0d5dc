/// A route that a container gets, in a configuration and in a result (CNI specification, section 5).
public enum RouteKey: String, ConfigKey {
  case destination = "dst"
  case gateway = "gw"
  case mtu
  case advertisedMSS = "advmss"
  case priority, table, scope

  public var rule: KeyRule {
    switch self {
    case .destination: .text("the prefix that it leads to")
    case .gateway: .text("the next hop; the address's gateway where it is missing")
    case .mtu: .number("bytes of a packet along it; 0 says nothing", 0...Int(UInt32.max))
    case .advertisedMSS:
      .number("bytes of a TCP segment that is advertised; 0 says nothing", 0...Int(UInt32.max))
    case .priority: .number("the metric, the least wins; 0 says nothing", 0...Int(UInt32.max))
    case .table: .number("the routing table", 0...Int(UInt32.max))
    case .scope: .number("RT_SCOPE_*: 0 global, 253 link, 254 host", 0...Int(UInt8.max))
    }
  }
}
