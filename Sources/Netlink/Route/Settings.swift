public import Addressing

// Settings that also have a file below /proc/sys/net. To find such a file takes the kernel the longer,
// the more namespaces there are; to be asked by netlink does not.

extension Request {
  /// `sysctl -w net.ipv4.conf.NAME.arp_notify=1`: it tells its neighbours when it goes up.
  public static func announce(_ name: String, index: UInt32) -> Request {
    var header: [UInt8] = [AddressFamily.any, 0, 0, 0]  // struct ifinfomsg
    header.append(integer: index)
    header += [UInt8](repeating: 0, count: 8)
    return Request(
      to: "let \(name) tell its neighbours of itself", type: 19, flags: .change,  // RTM_SETLINK
      header: header
    ) { (link: inout AttributeWriter<LinkAttribute>) in
      link.nest(.familyData, of: FamilyDataAttribute.self) { families in
        families.nest(.v4, of: InternetLinkAttribute.self) { family in
          family.nest(.settings, of: IPv4Setting.self) { $0.add(.arpNotify, UInt32(1)) }
        }
      }
    }
  }
}

extension Query<Bool?> {
  /// `sysctl net.ipv4.ip_forward` or `net.ipv6.conf.all.forwarding`
  public static func isForwarding(_ family: IPAddress.Family) -> Query {
    let name = family == .v4 ? "IPv4" : "IPv6"
    let request = Request(
      to: "see whether \(name) is forwarded", type: 82, flags: .single,  // RTM_GETNETCONF
      header: [family.number, 0, 0, 0]  // struct netconfmsg
    ) { (settings: inout AttributeWriter<ForwardingAttribute>) in
      settings.add(.interface, UInt32.max)  // NETCONFA_IFINDEX_ALL
    }
    return Query(request) { message throws(WireError) in
      guard message.count >= 4 else { throw .shortMessage(need: 4, have: message.count) }
      var attributes = AttributeReader<ForwardingAttribute>(message.extracting(droppingFirst: 4))
      while let attribute = try attributes.next() {
        if attribute.key == .forwarding { return try attribute.uint32() != 0 }
      }
      return nil
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

/// `NETCONFA_*` (include/uapi/linux/netconf.h).
enum ForwardingAttribute: UInt16, AttributeKey {
  case interface = 1  // NETCONFA_IFINDEX
  case forwarding = 2  // NETCONFA_FORWARDING
}
