public import Addressing

/// What is to become of a link; what is `nil` stays as it is.
public struct LinkChange: Hashable, Sendable {
  public var isUp: Bool?
  public var isPromiscuous: Bool?
  /// The bridge it becomes a port of; 0 for none.
  public var master: UInt32?
  /// In bytes.
  public var mtu: UInt32?
  public var mac: MACAddress?

  public init(
    isUp: Bool? = nil, isPromiscuous: Bool? = nil, master: UInt32? = nil, mtu: UInt32? = nil,
    mac: MACAddress? = nil
  ) {
    self.isUp = isUp
    self.isPromiscuous = isPromiscuous
    self.master = master
    self.mtu = mtu
    self.mac = mac
  }

  fileprivate func header(index: UInt32 = 0) -> [UInt8] {
    var header = LinkHeader(index: index)
    func set(_ flag: Link.Flags, _ isOn: Bool?) {
      guard let isOn else { return }
      header.changes.insert(flag)
      if isOn { header.flags.insert(flag) }
    }
    set(.up, isUp)
    set(.promiscuous, isPromiscuous)
    return header.bytes
  }

  fileprivate func write(_ link: inout AttributeWriter<LinkAttribute>) {
    if let master { link.add(.master, master) }
    if let mtu { link.add(.mtu, mtu) }
    if let mac { link.add(.hardwareAddress, mac.bytes) }
  }
}

extension Request {
  /// `ip link set dev NAME …`. `name` is for the purpose alone.
  public static func change(_ name: String, index: UInt32, _ change: LinkChange) -> Request {
    Request(
      to: "change \(name)", type: 16, flags: .change,  // RTM_NEWLINK
      header: change.header(index: index), attributes: change.write)
  }

  /// `ip link del dev NAME`
  public static func deleteLink(_ name: String) -> Request {
    Request(
      to: "delete \(name)", type: 17, flags: .change,  // RTM_DELLINK
      header: LinkHeader().bytes
    ) { (link: inout AttributeWriter<LinkAttribute>) in link.add(.name, name) }
  }

  /// `ip link add name NAME type bridge`, with what else it is to be from the start.
  public static func createBridge(
    _ name: String, _ change: LinkChange = LinkChange(), filtersVLANs: Bool = false
  ) -> Request {
    Request(
      to: "make bridge \(name)", type: 16, flags: .make,  // RTM_NEWLINK
      header: change.header()
    ) { (link: inout AttributeWriter<LinkAttribute>) in
      link.add(.name, name)
      change.write(&link)
      link.nest(.info, of: LinkInfoAttribute.self) { info in
        info.add(.kind, "bridge")
        if filtersVLANs {
          info.nest(.data, of: BridgeAttribute.self) { $0.add(.vlanFiltering, UInt8(1)) }
        }
      }
    }
  }

  /// `ip link add name NAME type veth peer name PEER netns …`. `namespace` is an open file of the
  /// peer's namespace, or `nil` for the one asked in.
  public static func createVeth(
    _ name: String, _ change: LinkChange = LinkChange(), peer: String,
    _ peerChange: LinkChange = LinkChange(), in namespace: Int32?
  ) -> Request {
    Request(
      to: "make veth pair \(name) and \(peer)", type: 16, flags: .make,  // RTM_NEWLINK
      header: change.header()
    ) { (link: inout AttributeWriter<LinkAttribute>) in
      link.add(.name, name)
      change.write(&link)
      link.nest(.info, of: LinkInfoAttribute.self) { info in
        info.add(.kind, "veth")
        info.nest(.data, of: VethAttribute.self) { data in
          data.nest(.peer, after: peerChange.header()) {
            (end: inout AttributeWriter<LinkAttribute>) in
            end.add(.name, peer)
            peerChange.write(&end)
            if let namespace { end.add(.namespaceDescriptor, UInt32(bitPattern: namespace)) }
          }
        }
      }
    }
  }
}
