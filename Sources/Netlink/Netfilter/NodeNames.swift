/// What a node calls numbers that nft writes by name.
public struct NodeNames: Equatable, Sendable {
  /// Of interfaces, by index, as far as they are known beforehand.
  public var interfaces: [UInt32: String]
  /// Who knows the others.
  public var lookup = InterfaceLookup()
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

  /// What an interface is called; `nil` for one that is not there.
  public func interface(_ index: UInt32) -> String? { interfaces[index] ?? lookup.name(index) }
}

/// Asks for an interface's name when a rule has its index: few do, and a node may have thousands.
public struct InterfaceLookup: Equatable, Sendable {
  public let name: @Sendable (UInt32) -> String?

  public init(_ name: @escaping @Sendable (UInt32) -> String? = { _ in nil }) {
    self.name = name
  }

  /// Whoever answers, names are the same.
  public static func == (left: Self, right: Self) -> Bool { true }
}
