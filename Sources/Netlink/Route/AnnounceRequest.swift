extension Request {
  /// `sysctl -w net.ipv4.conf.NAME.arp_notify=1`: it tells its neighbours when it goes up.
  ///
  /// To find the file below /proc/sys/net takes the kernel the longer, the more namespaces there are;
  /// to be told by netlink does not.
  public static func announce(_ name: String, index: UInt32) -> Request {
    Request(
      to: "let \(name) tell its neighbours of itself", type: 19, flags: .change,  // RTM_SETLINK
      header: LinkHeader(index: index).bytes
    ) { (link: inout AttributeWriter<LinkAttribute>) in
      link.nest(.familyData, of: FamilyDataAttribute.self) { families in
        families.nest(.v4, of: InternetLinkAttribute.self) { family in
          family.nest(.settings, of: IPv4Setting.self) { $0.add(.arpNotify, UInt32(1)) }
        }
      }
    }
  }
}

/// The families inside `IFLA_AF_SPEC` of a link.
enum FamilyDataAttribute: UInt16, AttributeKey {
  case v4 = 2  // AF_INET
}

/// `IFLA_INET_*`.
enum InternetLinkAttribute: UInt16, AttributeKey {
  case settings = 1  // IFLA_INET_CONF
}

/// `IPV4_DEVCONF_*` (include/uapi/linux/ip.h).
enum IPv4Setting: UInt16, AttributeKey {
  case arpNotify = 22  // IPV4_DEVCONF_ARP_NOTIFY
}
