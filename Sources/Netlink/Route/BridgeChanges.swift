extension Request {
  /// `ip link set dev NAME type bridge_slave hairpin … isolated …`, for a port of a bridge.
  public static func changePort(
    _ name: String, index: UInt32, isHairpin: Bool, isIsolated: Bool
  ) -> Request {
    Request(
      to: "change bridge port \(name)", type: 16, flags: .change,  // RTM_NEWLINK
      header: LinkHeader(index: index).bytes
    ) { (link: inout AttributeWriter<LinkAttribute>) in
      link.nest(.info, of: LinkInfoAttribute.self) { info in
        info.add(.portKind, "bridge")
        info.nest(.portData, of: BridgePortAttribute.self) { port in
          port.add(.hairpin, UInt8(isHairpin ? 1 : 0))
          port.add(.isolated, UInt8(isIsolated ? 1 : 0))
        }
      }
    }
  }

  /// `bridge vlan add dev NAME vid …`
  public static func addVLAN(_ vlan: PortVLANs.VLAN, to name: String, index: UInt32) -> Request {
    Request(
      to: "add VLAN \(vlan.words) to \(name)", type: 19, flags: .change,  // RTM_SETLINK
      header: LinkHeader(family: AddressFamily.bridge, index: index).bytes, attributes: vlan.write)
  }

  /// `bridge vlan del dev NAME vid …`
  public static func deleteVLAN(
    _ vlan: PortVLANs.VLAN, from name: String, index: UInt32
  ) -> Request {
    Request(
      to: "delete VLAN \(vlan.words) from \(name)", type: 17, flags: .change,  // RTM_DELLINK
      header: LinkHeader(family: AddressFamily.bridge, index: index).bytes, attributes: vlan.write)
  }
}

extension PortVLANs.VLAN {
  /// One VLAN, `first` to `last` where there are more.
  public init(_ first: UInt16, to last: UInt16? = nil, isPrimary: Bool, isUntagged: Bool) {
    self.init(
      first: first, last: last ?? first, isPrimary: isPrimary, isUntagged: isUntagged)
  }

  fileprivate var words: String { first == last ? "\(first)" : "\(first)-\(last)" }

  /// One or two `struct bridge_vlan_info`.
  fileprivate func write(_ link: inout AttributeWriter<LinkAttribute>) {
    let flags: UInt16 = (isPrimary ? 0x2 : 0) | (isUntagged ? 0x4 : 0)  // BRIDGE_VLAN_INFO_*
    link.nest(.familyData, of: BridgeFamilyAttribute.self) { family in
      guard first != last else {
        family.add(.vlan, Self.info(flags, first))
        return
      }
      family.add(.vlan, Self.info(flags | 0x8, first))  // BRIDGE_VLAN_INFO_RANGE_BEGIN
      family.add(.vlan, Self.info(flags | 0x10, last))  // BRIDGE_VLAN_INFO_RANGE_END
    }
  }

  private static func info(_ flags: UInt16, _ id: UInt16) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(integer: flags)
    bytes.append(integer: id)
    return bytes
  }
}
