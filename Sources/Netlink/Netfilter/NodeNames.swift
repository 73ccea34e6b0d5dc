/// What a node calls numbers that nft writes by name.
public struct NodeNames: Equatable, Sendable {
  /// Of interfaces, by index.
  public var interfaces: [UInt32: String]
  /// Of groups of interfaces: `/etc/iproute2/group`.
  public var groups: [UInt32: String]
  /// Of routing realms: `/etc/iproute2/rt_realms`.
  public var realms: [UInt32: String]
  /// How far the node's clock is ahead of UTC.
  public var secondsFromUTC: Int

  public init(
    interfaces: [UInt32: String] = [1: "lo"], groups: [UInt32: String] = [0: "default"],
    realms: [UInt32: String] = [0: "cosmos"], secondsFromUTC: Int = 0
  ) {
    self.interfaces = interfaces
    self.groups = groups
    self.realms = realms
    self.secondsFromUTC = secondsFromUTC
  }

  /// What every node has.
  public static let standard = NodeNames()
}
