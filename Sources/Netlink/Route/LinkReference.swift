/// A link named from another's message: the other end of a pair, or what it stands on (its *iflink*).
public struct LinkReference: Equatable, Sendable {
  public var index: UInt32
  /// The namespace that it is in, as the naming link's own namespace numbers it (`IFLA_LINK_NETNSID`).
  /// `nil` when both are in the same one.
  public var nsid: Int32?

  public init(index: UInt32, nsid: Int32? = nil) {
    self.index = index
    self.nsid = nsid
  }
}

extension Link {
  /// The peer or lower link that `IFLA_LINK` and `IFLA_LINK_NETNSID` tell of.
  ///
  /// Of a link that was made in another namespace the kernel always gives an index, and of a kind that
  /// has neither that is its own (`dev_get_iflink`, net/core/dev.c). A vxlan is of such a kind,
  /// and says what it stands on among its details.
  func iflink(to index: UInt32?, in nsid: Int32?) -> LinkReference? {
    let index = kind == "vxlan" ? details.link : index
    guard let index, index != 0 else { return nil }
    if index == self.index, !mayShareItsIndex { return nil }
    return LinkReference(index: index, nsid: nsid)
  }

  /// Whether its index may be that of its peer or lower link, which is in another namespace then.
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
