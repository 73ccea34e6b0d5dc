public import CNI

/// What an IPAM plugin gave to an attachment.
public struct Assignment: Hashable, Sendable {
  public var addresses: [AttachmentResult.Address]
  public var routes: [ResultRoute]
  public var dns: DNSConfig
  /// What is still to be reserved; `nil` if another plugin has done that.
  public var reservation: Reservation?

  public init(
    addresses: [AttachmentResult.Address] = [], routes: [ResultRoute] = [],
    dns: DNSConfig = DNSConfig(), reservation: Reservation? = nil
  ) {
    self.addresses = addresses
    self.routes = routes
    self.dns = dns
    self.reservation = reservation
  }

  /// What host-local gives.
  public init(_ reservation: Reservation, routes: [ResultRoute], dns: DNSConfig = DNSConfig()) {
    self.init(
      addresses: reservation.addresses.map { .init(prefix: $0.prefix, gateway: $0.gateway) },
      routes: routes, dns: dns, reservation: reservation)
  }
}
