/// The keys of the plugin `macvlan`; `ipvlan` and `vlan` share some.
public enum MacvlanKey: String, ConfigKey {
  case master, mode, mtu, mac, linkInContainer, bcqueuelen

  public var rule: KeyRule {
    switch self {
    case .master: .text("the lower interface; that of the default route where it is missing")
    case .mode: .text("bridge, private, vepa or passthru")
    case .mtu: .number("bytes of a packet; 0 is the lower interface's")
    case .mac: .text("the MAC address of the container's end")
    case .linkInContainer: .flag("the lower interface is in the container")
    case .bcqueuelen: .number("packets in the queue of broadcasts")
    }
  }
}
