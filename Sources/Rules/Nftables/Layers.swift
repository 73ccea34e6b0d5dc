import Netlink

/// What a rule has established about the packet's headers.
struct Layers {
  let family: NftFamily
  private(set) var link: Header?
  private(set) var network: Header?
  private(set) var transport: Header?
  /// Link headers before the last one, each as long as it is.
  private var before: [Header] = []
  /// Of an ICMP message; 0 where it is not known.
  private(set) var icmpType: UInt8 = 0

  /// What the table's family says by itself.
  init(_ family: NftFamily) {
    self.family = family
    switch family {
    case .inet: link = .inet
    case .bridge: link = .ether
    case .netdev: link = .netdev
    case .ip: network = .ip
    case .ip6: network = .ip6
    case .arp: network = .arp
    default: break
    }
  }

  subscript(layer: Layer) -> Header? {
    switch layer {
    case .link: link
    case .network: network
    case .transport: transport
    case .inner: nil
    }
  }

  /// The header that bytes at this offset belong to, and where it begins; both in bits.
  func header(at offset: Int, of layer: Layer) -> (header: Header, start: Int)? {
    guard let top = self[layer] else { return nil }
    guard layer == .link, offset >= top.length else { return (top, 0) }
    var start = 0
    for header in before {
      if offset - start < header.length { return (header, start) }
      start += header.length
    }
    return (top, start)
  }

  /// What a field's value says, in the field's own numbers.
  enum Evidence {
    /// `ARPHRD_*`
    case linkType
    /// `NFPROTO_*`
    case family
    /// `ETH_P_*`
    case etherType
    /// `IPPROTO_*`
    case transport
    /// The same two of a connection.
    case connectionFamily
    case connectionTransport
    /// One of its addresses, which tells nothing more.
    case connectionAddress

    /// The layer whose header it tells of is the one above.
    var layer: Layer? {
      switch self {
      case .linkType: nil
      case .family, .etherType, .connectionFamily: .link
      case .transport, .connectionTransport, .connectionAddress: .network
      }
    }
  }

  mutating func note(_ evidence: Evidence, _ number: UInt64) {
    switch evidence {
    case .linkType:
      if family != .bridge { link = number == 1 ? .ether : .unknown }  // ARPHRD_ETHER
    case .family: network = link?.next(number) ?? (isOwn(number) ? network : .unknown)
    case .etherType:
      guard family == .netdev || family == .bridge else { return }
      let next = Header.netdev.next(number)
      network = next?.layer == .network ? next : .unknown
    case .transport: transport = Header.transport(number) ?? .unknown
    case .connectionFamily: if let next = link?.next(number) { set(next) }
    case .connectionTransport: if let next = network?.next(number) { set(next) }
    case .connectionAddress: break
    }
  }

  private func isOwn(_ number: UInt64) -> Bool {
    number == UInt64(family.rawValue) && link == nil
  }

  /// What the field of a header says that tells which header comes next.
  mutating func note(protocolOf layer: Layer, _ number: UInt64) {
    guard let header = self[layer] else { return }
    guard let next = header.next(number) else {
      noteICMPType(header, UInt8(truncatingIfNeeded: number))
      return
    }
    if next.layer == header.layer, layer == .link, before.count < 16 { before.append(header) }
    set(next)
  }

  /// A reply has the fields that a request has.
  mutating func noteICMPType(_ header: Header, _ type: UInt8) {
    switch (header, type) {
    case (.icmp, 0): icmpType = 8  // ICMP_ECHOREPLY, ICMP_ECHO
    case (.icmpv6, 129): icmpType = 128  // ICMP6_ECHO_REPLY, ICMP6_ECHO_REQUEST
    case (.icmp, let type), (.icmpv6, let type): icmpType = type
    default: break
    }
  }

  private mutating func set(_ header: Header) {
    switch header.layer {
    case .link: link = header
    case .network: network = header
    case .transport, .inner: transport = header
    }
  }
}
