/// The keys of the plugin `static`.
public enum StaticKey: String, ConfigKey {
  case addresses, routes, dns

  public var rule: KeyRule {
    switch self {
    case .addresses: .list("the container's addresses, each with a prefix length")
    case .routes: .list("routes that a container gets")
    case .dns: .object("how a container looks up names")
    }
  }
}

/// An address of the plugin `static`.
enum StaticAddressKey: String, ConfigKey {
  case address, gateway

  var rule: KeyRule {
    switch self {
    case .address: .text("the address with the length of its network")
    case .gateway: .text("the gateway of its network")
    }
  }
}
