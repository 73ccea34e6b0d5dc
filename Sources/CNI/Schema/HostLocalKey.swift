/// The keys that every plugin which gives out addresses has.
public enum IPAMKey: String, ConfigKey {
  case type

  public var rule: KeyRule {
    switch self {
    case .type: .text("the program that gives out addresses")
    }
  }
}

/// The keys of the plugin `host-local`; beside them may stand one range (``RangeKey``).
public enum HostLocalKey: String, ConfigKey {
  case ranges, routes, dataDir, resolvConf, name

  public var rule: KeyRule {
    switch self {
    case .ranges: .list("sets of ranges; a container gets one address of each")
    case .routes: .list("routes that a container gets")
    case .dataDir: .text("where leases are kept; /var/lib/cni/networks where it is missing")
    case .resolvConf: .text("a file of resolver settings to pass on")
    case .name: .text("the network's name, as older files have it")
    }
  }
}

/// A range of `host-local`.
public enum RangeKey: String, ConfigKey {
  case subnet, rangeStart, rangeEnd, gateway

  public var rule: KeyRule {
    switch self {
    case .subnet: .text("the prefix that addresses are of")
    case .rangeStart: .text("the first address; that after the network's where it is missing")
    case .rangeEnd: .text("the last address; that before the broadcast's where it is missing")
    case .gateway: .text("never given out; the first address where it is missing")
    }
  }
}
