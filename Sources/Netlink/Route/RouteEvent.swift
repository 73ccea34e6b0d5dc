/// Something that changed in a namespace, as a listening rtnetlink socket hears it.
public enum RouteEvent: Equatable, Sendable {
  case link(Link)
  /// A link is gone. A move to another namespace says so too.
  case linkGone(index: UInt32)
  /// A bridge's word on its port; `nil` when the link has left the bridge.
  case port(index: UInt32, BridgePortMessage?)
  case address(AddressMessage)
  case addressGone(AddressMessage)
  case route(RouteMessage)
  case routeGone(RouteMessage)
  /// Whether the namespace passes on IPv4 packets that are not its own.
  case forwarding(Bool)
  case namespace(nsid: Int32)
  case namespaceGone(nsid: Int32)

  /// `nil` for messages that change nothing cnitop shows.
  public init?(_ message: borrowing Message) throws(WireError) {
    let payload = message.payload
    switch message.type {
    case 16: self = try Self.link(payload)  // RTM_NEWLINK
    case 17: self = try Self.linkGone(payload)  // RTM_DELLINK
    case 20, 21:  // RTM_NEWADDR, RTM_DELADDR
      guard let address = try AddressMessage(message: payload) else { return nil }
      self = message.type == 20 ? .address(address) : .addressGone(address)
    case 24, 25:  // RTM_NEWROUTE, RTM_DELROUTE
      guard let route = try RouteMessage(message: payload) else { return nil }
      self = message.type == 24 ? .route(route) : .routeGone(route)
    case 80:  // RTM_NEWNETCONF
      guard let isOn = try NetconfMessage(message: payload).forwardsIPv4 else { return nil }
      self = .forwarding(isOn)
    case 88:  // RTM_NEWNSID
      self = .namespace(nsid: try NamespaceMessage(message: payload).nsid)
    case 89:  // RTM_DELNSID
      self = .namespaceGone(nsid: try NamespaceMessage(message: payload).nsid)
    default: return nil
    }
  }

  private static func link(_ payload: Span<UInt8>) throws(WireError) -> RouteEvent {
    let header = try LinkHeader(payload)
    let link = try Link(message: payload)
    return header.family == AddressFamily.bridge ? .port(index: link.index, link.port) : .link(link)
  }

  private static func linkGone(_ payload: Span<UInt8>) throws(WireError) -> RouteEvent {
    let header = try LinkHeader(payload)
    return header.family == AddressFamily.bridge
      ? .port(index: header.index, nil) : .linkGone(index: header.index)
  }
}

/// `RTNLGRP_*` (include/uapi/linux/rtnetlink.h), those that cnitop listens to. Neighbours are left
/// out: one address on a bridge of 500 pods is over a thousand of their events.
public enum RouteGroup: UInt32, CaseIterable, Sendable {
  case link = 1  // RTNLGRP_LINK
  case v4Address = 5  // RTNLGRP_IPV4_IFADDR
  case v4Route = 7  // RTNLGRP_IPV4_ROUTE
  case v6Address = 9  // RTNLGRP_IPV6_IFADDR
  case v6Route = 11  // RTNLGRP_IPV6_ROUTE
  case v4Settings = 24  // RTNLGRP_IPV4_NETCONF
  case namespace = 28  // RTNLGRP_NSID
}
