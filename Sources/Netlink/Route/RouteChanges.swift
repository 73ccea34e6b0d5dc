public import Addressing

/// A route to be made.
public struct NewRoute: Hashable, Sendable {
  /// Of length 0 for a default route.
  public var destination: Prefix
  public var gateway: IPAddress?
  public var metric: UInt32?
  /// 254, the main one, where it is `nil`.
  public var table: UInt32?
  /// `RT_SCOPE_*`
  public var scope: UInt8
  /// Largest packet sent by it, in bytes.
  public var mtu: UInt32?
  /// Largest TCP segment announced to the other side, in bytes.
  public var segmentSize: UInt32?

  public init(
    destination: Prefix, gateway: IPAddress? = nil, metric: UInt32? = nil, table: UInt32? = nil,
    scope: UInt8 = 0, mtu: UInt32? = nil, segmentSize: UInt32? = nil
  ) {
    self.destination = destination
    self.gateway = gateway
    self.metric = metric
    self.table = table
    self.scope = scope
    self.mtu = mtu
    self.segmentSize = segmentSize
  }
}

extension Request {
  /// `ip route prepend …`: beside what others there are to the same destination.
  ///
  /// The kernel refuses it with `EEXIST` where the very same route is there.
  public static func addRoute(_ route: NewRoute, by name: String, index: UInt32) -> Request {
    let table = route.table ?? 254  // RT_TABLE_MAIN
    let header: [UInt8] = [  // struct rtmsg
      route.destination.address.family.number, route.destination.length, 0, 0,
      table < 256 ? UInt8(table) : 0, 3, route.scope, 1,  // RTPROT_BOOT, RTN_UNICAST
      0, 0, 0, 0,
    ]
    return Request(
      to: "add route \(route.destination) by \(name)", type: 24, flags: .ensure,  // RTM_NEWROUTE
      header: header
    ) { (attributes: inout AttributeWriter<RouteAttribute>) in
      route.write(&attributes)
      attributes.add(.interface, index)
      if table > 255 { attributes.add(.table, table) }
    }
  }
}

extension NewRoute {
  fileprivate func write(_ route: inout AttributeWriter<RouteAttribute>) {
    if destination.length > 0 { route.add(.destination, destination.network.address) }
    if let gateway { route.add(.gateway, gateway) }
    if let metric { route.add(.metric, metric) }
    guard mtu != nil || segmentSize != nil else { return }
    route.nest(.metrics, of: RouteMetricAttribute.self) { metrics in
      if let mtu { metrics.add(.mtu, mtu) }
      if let segmentSize { metrics.add(.segmentSize, segmentSize) }
    }
  }
}
