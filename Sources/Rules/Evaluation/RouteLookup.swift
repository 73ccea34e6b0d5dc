public import Addressing

/// What routing has to say while rules are evaluated: the kernel's, or a topology's, or a test's.
public protocol RouteLookup: Sendable {
  /// Where a packet goes from here: by its addresses, mark and incoming interface.
  func route(of packet: Packet) -> PacketRoute
  /// `RTN_*` of an address; `interface`: as that one's routes alone have it. `nil` where nobody knows.
  func type(of address: IPAddress, on interface: String?) -> UInt8?
  /// The address that an interface's own packets to there carry; `nil` where nobody knows.
  func address(
    of interface: PacketInterface, _ family: IPAddress.Family, to destination: IPAddress?
  ) -> IPAddress?
  /// What packets of this host to itself pass.
  var loopback: PacketInterface { get }
}

extension RouteLookup {
  public var loopback: PacketInterface {
    PacketInterface(name: "lo", index: 1, type: 772, kind: "")  // ARPHRD_LOOPBACK
  }
}

/// Where a packet goes.
public enum PacketRoute: Equatable, Sendable {
  /// To this host.
  case local
  /// Out of an interface.
  case out(PacketInterface)
  /// Nowhere, in a few words: `no route`.
  case none(String)
  /// Nobody knows, and why.
  case unknown(String)
}

/// When nothing is known of routes.
public struct NoRouteLookup: RouteLookup {
  public init() {}
  public func route(of packet: Packet) -> PacketRoute { .unknown("routes are not known") }
  public func type(of address: IPAddress, on interface: String?) -> UInt8? { nil }
  public func address(
    of interface: PacketInterface, _ family: IPAddress.Family, to destination: IPAddress?
  ) -> IPAddress? { nil }
}
