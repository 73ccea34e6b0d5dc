/// nftables' tables, chains and sets of one namespace: where its rules have their places.
///
/// The rules themselves may be tens of thousands: they are handed on as they come.
public struct NftRuleset: Equatable, Sendable {
  /// The number of the change this is the outcome of.
  public var generation: UInt32
  public var tables: [NftTable] = []
  /// In the order they were made, table by table.
  public var chains: [NftChain] = []
  /// With their elements where they have no name: then the rules that use them name the elements.
  public var sets: [NftSet.ID: NftSet] = [:]
  /// The names of ipsets by the numbers that rules of iptables-nft have for them.
  public var setNames: [UInt16: String] = [:]
  /// How the node calls what rules have by number.
  public var names = NodeNames.standard

  public init(generation: UInt32 = 0) {
    self.generation = generation
  }
}
