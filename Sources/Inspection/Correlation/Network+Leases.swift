import Addressing
import CNI
import Files
import SystemPackage
import Topology

extension Network {
  /// A directory of leases with the ranges that the configurations give it.
  init(_ leases: LeaseDirectory, configs: [NetworkSource], states: AllocationStates) {
    let sources = configs.filter { $0.config.name == leases.network }
    let plugins = sources.flatMap(\.config.plugins)
    self.init(
      directory: leases.path.string, name: leases.network,
      sources: sources.map(\.origin).uniqued(), bridge: plugins.lazy.compactMap(\.bridge).first,
      masquerades: plugins.contains(where: \.ipMasq),
      rangeSets: Self.rangeSets(of: plugins), lastReserved: leases.lastReserved)
    foreignFiles =
      leases.gaps.map { Gap(subject: $0.path, reason: $0.reason) }
      + leases.foreign.map { Gap(subject: "\(directory)/\($0)", reason: "not a lease") }
    fill(leases.leases, states)
  }

  /// A network that is configured and has handed out nothing yet.
  init(unused source: NetworkSource, directory: String) {
    let plugins = source.config.plugins
    self.init(
      directory: directory, name: source.config.name, sources: [source.origin],
      bridge: plugins.lazy.compactMap(\.bridge).first,
      masquerades: plugins.contains(where: \.ipMasq), rangeSets: Self.rangeSets(of: plugins))
    addGateways([:])
  }

  /// The first configuration that gives ranges gives them all.
  private static func rangeSets(of plugins: [PluginConfig]) -> [[Range]] {
    let sets = plugins.lazy.compactMap { try? $0.ipam?.poolSets() }.first { !$0.isEmpty } ?? []
    return sets.map { set in
      set.pools.map { Range(subnet: $0.subnet, addresses: $0.range, gateway: $0.gateway) }
    }
  }

  private mutating func fill(_ leases: [Lease], _ states: AllocationStates) {
    var byAddress: [IPAddress: Allocation] = [:]
    for record in leases {
      let lease = Allocation.Lease(
        containerID: record.holder.containerID,
        interface: record.holder.interfaceName.isEmpty ? nil : record.holder.interfaceName,
        since: Timestamp(nanoseconds: record.since))
      byAddress[record.address] = states.allocation(for: lease, of: record.address)
    }
    let ranges = ranges
    let index = RangeIndex(ranges.map(\.addresses))
    // host-local gives no gateway away.
    func isHandedOut(_ address: IPAddress) -> Bool {
      index.place(of: address).map { ranges[$0].gateway != address } ?? false
    }
    for (address, places) in states.addressIndex.places
    where byAddress[address] == nil && isHandedOut(address) {
      byAddress[address] = states.unleased(address, at: places)
    }
    addGateways(byAddress)
  }

  private mutating func addGateways(_ known: [IPAddress: Allocation]) {
    var byAddress = known
    for gateway in ranges.compactMap(\.gateway) where byAddress[gateway] == nil {
      byAddress[gateway] = Allocation(
        address: gateway, state: .gateway, evidence: "the gateway of its range")
    }
    allocations = byAddress.values.sorted { $0.address < $1.address }
  }
}

/// A network's configuration and the file it stands in.
struct NetworkSource {
  var origin: String
  var config: NetworkConfig
}

extension AllocationStates {
  fileprivate func unleased(_ address: IPAddress, at places: [InterfaceID]) -> Allocation {
    let namespaces = Set(places.map(\.namespace)).count
    let isTwice = namespaces > 1
    return Allocation(
      address: address, state: isTwice ? .duplicate : .unleased, places: places,
      namespace: places.first?.namespace,
      evidence: isTwice
        ? "the address is up in \(namespaces) namespaces"
        : "the address is up and has no lease: it may be handed out again")
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it stands first.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
