import Kernel
import NodeSetup
public import Topology

/// A topology that follows its snapshot: what has not changed since the last one is not put together
/// again, and shares its storage.
public struct Correlation: Sendable {
  public private(set) var topology: Topology
  fileprivate let snapshot: Snapshot
  private let finder: ContainerFinder
  private let addressIndex: AddressIndex
  fileprivate let rulePurposes: RuleOwnership.Purposes

  public init(_ snapshot: Snapshot) {
    self.init(snapshot, after: nil)
  }

  /// Brings the topology up to date with what has become of the node.
  public mutating func follow(_ snapshot: Snapshot) {
    self = Correlation(snapshot, after: self)
  }

  /// Each part is taken from `earlier` where nothing that it is made of is different now.
  private init(_ snapshot: Snapshot, after earlier: Correlation?) {
    let before = earlier?.snapshot
    let finder = before?.namesContainers(like: snapshot) == true ? earlier?.finder : nil
    self.finder = finder ?? ContainerFinder(files: snapshot.files, names: snapshot.names)
    let assembly = NamespaceAssembly(
      snapshot.namespaces, self.finder, after: before?.namespaces, earlier?.topology)
    let settled = assembly.isSettled && before?.seesAsMuch(as: snapshot) == true ? earlier : nil
    addressIndex = settled?.addressIndex ?? AddressIndex(assembly.namespaces)

    let networks = before?.hasNetworks(like: snapshot) == true ? settled?.topology.networks : nil
    let rules = snapshot.resolvedRules(addressIndex, after: settled)
    rulePurposes = rules.purposes
    let host = assembly.namespaces.first { $0.isHost }
    let routing = host.map(SubnetConflicts.Routing.init)
    let isRouted = routing == earlier?.topology.host.map(SubnetConflicts.Routing.init)
    let setup = isRouted && before?.hasSetup(like: snapshot) == true ? earlier?.topology.cni : nil
    var cni = setup ?? CNISetup(snapshot, routing)
    let cache = before?.files.caches == snapshot.files.caches ? settled?.topology.cni.cache : nil
    cni.cache =
      cache
      ?? CachedADD.all(snapshot, addressIndex: addressIndex).sharing(earlier?.topology.cni.cache)
    topology = Topology(
      node: Node(snapshot), takenAt: snapshot.takenAt, namespaces: assembly.namespaces,
      networks: networks ?? Network.all(snapshot, addressIndex).sharing(earlier?.topology.networks),
      firewall: rules.firewall.sharing(earlier?.topology.firewall),
      cni: cni, gaps: snapshot.allGaps)
    self.snapshot = snapshot
  }

  fileprivate var ownedRules: RuleOwnership.Earlier {
    RuleOwnership.Earlier(
      tables: snapshot.rules.firewall.tables, resolved: topology.firewall.tables,
      purposes: rulePurposes)
  }
}

extension Snapshot {
  fileprivate func resolvedRules(
    _ addressIndex: AddressIndex, after earlier: Correlation?
  ) -> (firewall: Firewall, purposes: RuleOwnership.Purposes) {
    if let earlier, earlier.snapshot.rules == rules {
      return (earlier.topology.firewall, earlier.rulePurposes)
    }
    let ownership = RuleOwnership(addressIndex: addressIndex, seesEverything: seesEverything)
    return ownership.resolved(rules.firewall, after: earlier?.ownedRules)
  }

  fileprivate func namesContainers(like other: Snapshot) -> Bool {
    files.caches == other.files.caches && names == other.names
  }

  /// Whether absence proves as much, and a lease is as old.
  fileprivate func seesAsMuch(as other: Snapshot) -> Bool {
    seesEverything == other.seesEverything && host.bootedAt == other.host.bootedAt
  }

  fileprivate func hasNetworks(like other: Snapshot) -> Bool {
    files.configs == other.files.configs && files.delegates == other.files.delegates
      && files.caches == other.files.caches && files.data == other.files.data
  }

  fileprivate func hasSetup(like other: Snapshot) -> Bool {
    files.configs == other.files.configs && files.plugins == other.files.plugins
      && files.agents == other.files.agents && files.delegates == other.files.delegates
      && pluginVersions == other.pluginVersions
  }
}

extension Equatable {
  /// The earlier value where it is the same: one copy is kept of both.
  fileprivate func sharing(_ earlier: Self?) -> Self {
    earlier.flatMap { $0 == self ? $0 : nil } ?? self
  }
}
