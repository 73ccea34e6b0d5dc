/// The keys of the specification and of the reference plugins 1.x, by the object that has them.
public enum ConfigSchema {
  /// Of a list of plugins.
  public static let list = KeyTable(NetworkListKey.self)
  /// Of every plugin.
  public static let plugin = KeyTable(PluginKey.self)
  /// Of `args`, and of `args.cni`.
  public static let args = KeyTable(ArgsKey.self)
  public static let request = KeyTable(RequestKey.self)
  public static let dns = KeyTable(DNSKey.self)
  /// Of host-local's ranges.
  public static let range = KeyTable(RangeKey.self)
  public static let route = KeyTable(RouteKey.self)

  /// Of each plugin its own, by its type.
  public static let plugins: [String: KeyTable] = interfacePlugins.merging(chainedPlugins) { $1 }

  /// Of the plugins that give out addresses, by their type.
  public static let ipam: [String: KeyTable] = [
    "host-local": KeyTable(HostLocalKey.self).adding(KeyTable(RangeKey.self)),
    "static": KeyTable(StaticKey.self),
    "dhcp": [
      "daemonSocketPath": .text("the socket of the DHCP daemon"),
      "request": .list("options to ask the server for"),
      "provide": .list("options to send to the server"),
      "priority": .number("the metric of the routes"),
    ],
  ].mapValues { $0.adding(KeyTable(IPAMKey.self)) }

  /// Those that make an interface.
  private static let interfacePlugins: [String: KeyTable] = [
    "bridge": KeyTable(BridgeKey.self),
    "ptp": [
      "ipMasq": BridgeKey.ipMasq.rule, "ipMasqBackend": BridgeKey.ipMasqBackend.rule,
      "mtu": .number("bytes of a packet; 0 lets the kernel choose"),
    ],
    "macvlan": KeyTable(MacvlanKey.self),
    "ipvlan": [
      "master": MacvlanKey.master.rule, "mode": .text("l2, l3 or l3s"),
      "mtu": MacvlanKey.mtu.rule, "linkInContainer": MacvlanKey.linkInContainer.rule,
    ],
    "vlan": [
      "master": MacvlanKey.master.rule, "vlanId": .number("the VLAN"),
      "mtu": MacvlanKey.mtu.rule, "linkInContainer": MacvlanKey.linkInContainer.rule,
    ],
    "host-device": [
      "device": .text("the interface by its name"), "hwaddr": .text("the interface by its MAC"),
      "kernelpath": .text("the interface by its path below /sys"),
      "pciBusID": .text("the interface by its PCI address"),
      "dpdkMode": .flag("the interface belongs to a program in user space"),
    ],
    "loopback": [:],
    "dummy": [:],
    "tap": [
      "multiQueue": .flag("it has several queues"), "mtu": .number("bytes of a packet"),
      "mac": .text("its MAC address"), "owner": .number("the user that may open it"),
      "group": .number("the group that may open it"),
      "selinuxContext": .text("its SELinux context"), "bridge": .text("the bridge that it joins"),
    ],
    "flannel": [
      "subnetFile": .text("where flannel wrote the node's range"),
      "dataDir": .text("where the delegate's configurations are kept"),
      "delegate": .object("keys of the plugin that does the work"),
    ],
  ]

  /// Those that change what a plugin before them made.
  private static let chainedPlugins: [String: KeyTable] = [
    "portmap": [
      "backend": .text("iptables or nftables"), "snat": .flag("hairpin packets are masqueraded"),
      "markMasqBit": .number("the bit of the mark that asks for masquerading"),
      "externalSetMarkChain": .text("a chain of others that sets the mark"),
      "conditionsV4": .list("further matches of the IPv4 rules"),
      "conditionsV6": .list("further matches of the IPv6 rules"),
      "masqAll": .flag("all packets to mapped ports are masqueraded"),
    ],
    "bandwidth": [
      "ingressRate": .number("bits per second to the container"),
      "ingressBurst": .number("bits at once to the container"),
      "egressRate": .number("bits per second from the container"),
      "egressBurst": .number("bits at once from the container"),
      "unshapedSubnets": .list("prefixes that are not limited"),
      "shapedSubnets": .list("prefixes that alone are limited"),
    ],
    "firewall": [
      "backend": .text("iptables or firewalld"),
      "iptablesAdminChainName": .text("a chain of the administrator's that comes first"),
      "firewalldZone": .text("the zone of the container's addresses"),
      "ingressPolicy": .text("open, same-bridge or isolated"),
    ],
    "tuning": [
      "sysctl": .object("values below /proc/sys/net"), "mac": .text("the interface's MAC address"),
      "promisc": .flag("the interface is promiscuous"), "mtu": .number("bytes of a packet"),
      "txQLen": .number("packets in the queue for sending"),
      "allmulti": .flag("the interface takes all multicast"),
      "dataDir": .text("where the values from before are kept"),
      "metric": .number("the metric of the default route"),
    ],
    "sbr": [
      "table": .number("the first routing table to use"), "gateways": .list("gateways by address"),
      "addSourceHints": .flag("routes name the source address"),
    ],
    "vrf": [
      "vrfname": .text("the VRF's name"), "table": .number("its routing table"),
    ],
  ]
}
