import Addressing
import CNI
import Netlink

extension Step {
  /// What it is about: names and addresses.
  public var detail: String {
    switch self {
    case .reserve(let reservation): reservation.addresses.map(\.prefix.address.description).listed
    case .createBridge(let spec): spec.name
    case .createVeth(let spec): "\(spec.host) and \(spec.pod.place)"
    case .setMaster(let spec): "\(spec.host) in \(spec.bridge)"
    case .addMACSpoofCheck(let spec): "\(spec.host) only from \(spec.pod.place)"
    case .configure(let spec):
      spec.addresses.isEmpty
        ? spec.pod.place : "\(spec.addresses.map(\.description).listed) on \(spec.pod.place)"
    case .addRoutes(let routes, let end): "\(routes.map(\.words).listed) in \(end.namespace)"
    case .createGatewayVeth(let spec): "\(spec.name) in VLAN \(spec.vlan) of \(spec.bridge)"
    case .addGateways(let spec): "\(spec.addresses.map(\.description).listed) on \(spec.interface)"
    case .forward(.v4, _): "IPv4"
    case .forward(.v6, _): "IPv6"
    case .masquerade(let spec):
      spec.addresses.map { "\($0.address) outside \($0.network)" }.listed
    case .waitForCarrier(let host): host
    case .deleteVeth(let pair): pair.pod?.place ?? pair.tag.hostInterface(attempt: 0)
    case .removeMasquerade(let tag, _), .removeMACSpoofCheck(let tag): tag.key.containerID
    case .release(let reservation): reservation.directory
    }
  }

  /// That there was nothing to do.
  var alreadySo: String {
    switch self {
    case .forward: "was on"
    case .deleteVeth, .removeMasquerade, .removeMACSpoofCheck, .release: "was gone"
    case .reserve, .createBridge, .createVeth, .setMaster, .addMACSpoofCheck, .configure,
      .addRoutes,
      .createGatewayVeth, .addGateways, .masquerade:
      "was there"
    case .waitForCarrier: "carries"
    }
  }

  /// What the kernel is asked for, or what is done to a file.
  public var request: String {
    switch self {
    case .reserve: "O_EXCL file"
    case .createBridge: "RTM_NEWLINK bridge"
    case .createVeth: "RTM_NEWLINK veth"
    case .setMaster(let spec):
      spec.vlans.isEmpty ? "RTM_NEWLINK master" : "RTM_NEWLINK master, RTM_SETLINK"
    case .addMACSpoofCheck, .removeMACSpoofCheck: "nft batch"
    case .configure(let spec): spec.addresses.isEmpty ? "IFF_UP" : "RTM_NEWADDR, IFF_UP"
    case .addRoutes: "RTM_NEWROUTE"
    case .createGatewayVeth: "RTM_NEWLINK veth, RTM_SETLINK"
    case .addGateways: "RTM_NEWADDR"
    case .forward(let family, _): "/proc/sys/\(family.forwarding)"
    case .masquerade(let spec): spec.backend == .nftables ? "nft batch" : "iptables-restore"
    case .waitForCarrier: "RTM_GETLINK"
    case .deleteVeth: "RTM_DELLINK"
    case .removeMasquerade(_, let backend): backend == .nftables ? "nft batch" : "iptables-restore"
    case .release: "unlink file"
    }
  }
}

extension PodEnd {
  /// The namespace by the name that `ip netns` has for it, or its path.
  var namespace: String {
    let words = namespacePath.split(separator: "/")
    guard words.count > 1, words[words.count - 2] == "netns" else { return namespacePath }
    return String(words[words.count - 1])
  }

  /// The interface and where it is.
  var place: String { "\(namespace)/\(name)" }
}

extension [String] {
  fileprivate var listed: String { joined(separator: ", ") }
}
