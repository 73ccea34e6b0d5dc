import Netlink

/// When a clause that tells of a header may be left out: as nft decides it.
extension NftInterpreter {
  /// A header's field is used.
  mutating func leaveOut(for header: Header, _ field: HeaderField?, at layer: Layer) {
    guard header != .unknown, let dependency = dependencies[layer],
      mayLeaveOut(dependency, for: header, field, at: layer)
    else { return }
    leaveOut(layer)
  }

  /// A field of the kernel's own is compared.
  mutating func leaveOut(for evidence: Layers.Evidence, _ number: UInt64, at layer: Layer) {
    guard dependencies[layer] != nil, mayLeaveOut(for: evidence, number) else { return }
    leaveOut(layer)
  }

  mutating func leaveOut(_ layer: Layer) {
    guard let dependency = dependencies.take(layer) else { return }
    clauses[dependency.clause].words = ""
    if previous?.clause == dependency.clause { previous = nil }
  }

  private func mayLeaveOut(
    _ dependency: Dependency, for header: Header, _ field: HeaderField?, at layer: Layer
  ) -> Bool {
    guard case .header(let other, _) = dependency.origin else { return true }
    if table.family == .bridge || table.family == .netdev || table.family == .inet {
      // It says by itself that the packet is IPv4 or IPv6.
      if other.layer == .network, layer == .transport { return false }
      if other.layer == layer {
        if field?.isProtocol == true { return false }
        if layer == .link { return mayLeaveOutLink(other, dependency.number) }
      }
    }
    guard layer == .transport, other.layer == .transport,
      other == .icmp || other == .icmpv6
    else { return true }
    return other == header && field?.icmpType.map(UInt64.init) == dependency.number
  }

  /// `vlan id 2` says that the packet is tagged, and nothing else.
  private func mayLeaveOutLink(_ header: Header, _ number: UInt64) -> Bool {
    switch header {
    case .vlan: false
    case .ether: number == 0x8100  // ETH_P_8021Q
    default: true
    }
  }

  /// What says which network protocol a packet has stays, but for ICMP, which each has its own of.
  private func mayLeaveOut(for evidence: Layers.Evidence, _ number: UInt64) -> Bool {
    guard let family = dependencies[.network]?.family else { return true }
    switch table.family {
    case .inet, .netdev, .bridge: break
    case .ip, .ip6: return table.family.rawValue == family
    default: return true
    }
    guard evidence == .transport else { return true }
    switch number {
    case 1: return family != NftFamily.ip6.rawValue  // IPPROTO_ICMP
    case 58: return family != NftFamily.ip.rawValue  // IPPROTO_ICMPV6
    default: return false
    }
  }
}
