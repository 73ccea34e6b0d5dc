extension Link {
  /// What `IFLA_LINK` and `IFLA_LINK_NETNSID` tell it is tied to.
  ///
  /// Of a link that was made in another namespace the kernel always gives an index, and of a kind that
  /// is tied to nothing that is its own (`dev_get_iflink`, net/core/dev.c). A vxlan is of such a kind,
  /// and says what it stands on among its details.
  func tie(to index: UInt32?, in namespace: Int32?) -> Tie? {
    let index = kind == "vxlan" ? details.link : index
    guard let index, index != 0 else { return nil }
    if index == self.index, !mayShareItsIndex { return nil }
    return Tie(index: index, namespace: namespace)
  }

  /// Whether its index may be that of the link it is tied to, which is in another namespace then.
  private var mayShareItsIndex: Bool { isEndOfPair || Self.standingKinds.contains(kind ?? "") }

  /// Made in pairs: what enters one end comes out of the other.
  public var isEndOfPair: Bool { Self.pairedKinds.contains(kind ?? "") }

  /// Those whose drivers tell the other end (`ndo_get_iflink`).
  private static let pairedKinds: Set = ["veth", "netkit", "vxcan"]

  /// Those whose drivers tell what they stand on (`ndo_get_iflink`).
  private static let standingKinds: Set = [
    "vlan", "macvlan", "macvtap", "ipvlan", "ipvtap", "macsec", "ipip", "sit", "gre", "gretap",
    "erspan", "vti", "ip6tnl", "ip6gre", "ip6gretap", "ip6erspan", "vti6", "xfrm", "lowpan",
    "rmnet",
    "ipoib", "dsa",
  ]
}
