import Formats

/// The keys of the specification and of the reference plugins 1.x, with the type of their values.
enum KnownKeys {
  typealias Table = [String: Kind]

  enum Kind: Sendable {
    case text
    case flag
    case number
    case list
    case object
    case any

    func admits(_ value: JSON) -> Bool {
      switch (self, value) {
      case (_, .null), (.any, _), (.text, .string), (.flag, .bool), (.number, .integer),
        (.list, .array), (.object, .object):
        true
      case _: false
      }
    }

    var words: String {
      switch self {
      case .text: "a text"
      case .flag: "true or false, without quotes"
      case .number: "a whole number, without quotes"
      case .list: "a list"
      case .object: "an object"
      case .any: "anything"
      }
    }
  }

  /// Those of the specification, then nerdctl's own and where podman keeps its labels.
  static let list: Table = [
    "name": .any, "cniVersion": .any, "cniVersions": .list, "plugins": .list,
    "disableCheck": .any, "disableGC": .any, "loadOnlyInlinedPlugins": .any,
    "nerdctlID": .any, "nerdctlLabels": .object, "args": .object,
  ]

  static let everyPlugin: Table = [
    "name": .any, "cniVersion": .any, "type": .text, "ipam": .object, "dns": .object,
    "args": .object, "capabilities": .object, "runtimeConfig": .object, "prevResult": .object,
    "cni.dev/valid-attachments": .list, "cni.dev/attachments": .list,
  ]

  /// What a person may ask for by `args.cni`.
  static let asked: Table = ["mac": .text, "ips": .list]

  static let dns: Table = [
    "nameservers": .list, "domain": .text, "search": .list, "options": .list,
  ]

  static let range: Table = [
    "subnet": .text, "rangeStart": .text, "rangeEnd": .text, "gateway": .text,
  ]

  static let route: Table = [
    "dst": .text, "gw": .text, "mtu": .number, "advmss": .number, "priority": .number,
    "table": .number, "scope": .number,
  ]

  static let plugins: [String: Table] = [
    "bridge": [
      "bridge": .text, "isGateway": .flag, "isDefaultGateway": .flag, "forceAddress": .flag,
      "ipMasq": .flag, "ipMasqBackend": .text, "mtu": .number, "hairpinMode": .flag,
      "promiscMode": .flag, "vlan": .number, "vlanTrunk": .list, "preserveDefaultVlan": .flag,
      "macspoofchk": .flag, "enabledad": .flag, "disableContainerInterface": .flag,
      "portIsolation": .flag,
    ],
    "ptp": ["ipMasq": .flag, "ipMasqBackend": .text, "mtu": .number],
    "macvlan": [
      "master": .text, "mode": .text, "mtu": .number, "mac": .text, "linkInContainer": .flag,
      "bcqueuelen": .number,
    ],
    "ipvlan": [
      "master": .text, "mode": .text, "mtu": .number, "linkInContainer": .flag,
    ],
    "vlan": ["master": .text, "vlanId": .number, "mtu": .number, "linkInContainer": .flag],
    "host-device": [
      "device": .text, "hwaddr": .text, "kernelpath": .text, "pciBusID": .text, "dpdkMode": .flag,
    ],
    "loopback": [:],
    "dummy": [:],
    "tap": [
      "multiQueue": .flag, "mtu": .number, "mac": .text, "owner": .number, "group": .number,
      "selinuxContext": .text, "bridge": .text,
    ],
    "portmap": [
      "backend": .text, "snat": .flag, "markMasqBit": .number, "externalSetMarkChain": .text,
      "conditionsV4": .list, "conditionsV6": .list, "masqAll": .flag,
    ],
    "bandwidth": [
      "ingressRate": .number, "ingressBurst": .number, "egressRate": .number,
      "egressBurst": .number, "unshapedSubnets": .list, "shapedSubnets": .list,
    ],
    "firewall": [
      "backend": .text, "iptablesAdminChainName": .text, "firewalldZone": .text,
      "ingressPolicy": .text,
    ],
    "tuning": [
      "sysctl": .object, "mac": .text, "promisc": .flag, "mtu": .number, "txQLen": .number,
      "allmulti": .flag, "dataDir": .text, "metric": .number,
    ],
    "sbr": ["table": .number, "gateways": .list, "addSourceHints": .flag],
    "vrf": ["vrfname": .text, "table": .number],
    "flannel": ["subnetFile": .text, "dataDir": .text, "delegate": .object],
  ]

  static let ipam: [String: Table] = [
    "host-local": [
      "type": .text, "subnet": .text, "rangeStart": .text, "rangeEnd": .text, "gateway": .text,
      "ranges": .list, "routes": .list, "dataDir": .text, "resolvConf": .text, "name": .text,
    ],
    "static": ["type": .text, "addresses": .list, "routes": .list, "dns": .object],
    "dhcp": [
      "type": .text, "daemonSocketPath": .text, "request": .list, "provide": .list,
      "priority": .number,
    ],
  ]
}

extension NodeFiles {
  /// Programs that are plugins of CNI: the reference ones, and what networks for Kubernetes bring along.
  public static let knownPlugins: Set<String> = Set(KnownKeys.plugins.keys)
    .union(KnownKeys.ipam.keys)
    .union([
      "antrea", "aws-cni", "azure-vnet", "azure-vnet-ipam", "calico", "calico-ipam", "cilium-cni",
      "kube-ovn", "multus", "ovn-k8s-cni-overlay", "weave-ipam", "weave-net",
      "whereabouts",
    ])
}
