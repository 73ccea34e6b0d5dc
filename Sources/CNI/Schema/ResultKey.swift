/// The keys of what ADD answers (CNI specification, section 5, "Success").
enum ResultKey: String, ConfigKey {
  case cniVersion, interfaces, ips, routes, dns
  /// Before 0.3.0, the one address of each family.
  case ip4, ip6

  var rule: KeyRule {
    switch self {
    case .cniVersion: .text("the version of the specification that it is written in")
    case .interfaces: .list("the interfaces that were made")
    case .ips: .list("the container's addresses")
    case .routes: .list("the container's routes")
    case .dns: .object("how the container looks up names")
    case .ip4: .object("the IPv4 address, its gateway and routes")
    case .ip6: .object("the IPv6 address, its gateway and routes")
    }
  }
}

enum ResultInterfaceKey: String, ConfigKey {
  case name, mac, mtu, sandbox

  var rule: KeyRule {
    switch self {
    case .name: .text("its name")
    case .mac: .text("its MAC address")
    case .mtu: .number("bytes of a packet; 0 says nothing", 0...Int(UInt32.max))
    case .sandbox: .text("the path of the namespace it is in; none for the host's")
    }
  }
}

enum ResultAddressKey: String, ConfigKey {
  case version, interface, address, gateway

  var rule: KeyRule {
    switch self {
    case .version: .text("4 or 6; before 1.0.0")
    case .interface: .number("the place of its interface in the list", 0...Int(UInt16.max))
    case .address: .text("the address with the length of its network")
    case .gateway: .text("the gateway of its network")
    }
  }
}

/// An address before 0.3.0.
enum LegacyAddressKey: String, ConfigKey {
  case address = "ip"
  case gateway, routes

  var rule: KeyRule {
    switch self {
    case .address: ResultAddressKey.address.rule
    case .gateway: ResultAddressKey.gateway.rule
    case .routes: ResultKey.routes.rule
    }
  }
}
