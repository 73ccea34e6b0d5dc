/// Of `args`, what is for plugins.
public enum ArgsKey: String, ConfigKey {
  case cni

  public var rule: KeyRule {
    switch self {
    case .cni: .object("what a person asks for")
    }
  }
}

/// What a person may ask for by `args.cni` (CNI conventions, "Dynamic Plugin specific fields").
public enum RequestKey: String, ConfigKey {
  case mac, ips

  public var rule: KeyRule {
    switch self {
    case .mac: .text("the MAC address of the container's end")
    case .ips: .list("addresses of the container")
    }
  }
}

/// What a runtime may pass by `runtimeConfig` to a plugin that declares the capability.
enum RuntimeConfigKey: String, ConfigKey {
  case mac, ips, ipRanges

  var rule: KeyRule {
    switch self {
    case .mac: .text("the MAC address of the container's end")
    case .ips: .list("addresses of the container")
    case .ipRanges: .list("sets of ranges, before the configured ones")
    }
  }
}
