import Topology

/// How many addresses of each network were taken, and when: what tells how long the rest will do.
struct Growth: Sendable {
  /// An ADD takes one address of every set, so a network is full when one of them is.
  private struct AddressSet: Hashable, Sendable {
    var network: Network.ID
    var index: Int
  }

  private struct Sample: Sendable {
    var taken: Int
    var at: Timestamp
  }

  /// Oldest first. Only what has changed is kept, of the last hour.
  private var samples: [AddressSet: [Sample]] = [:]

  private static let memory = Duration.seconds(3600)
  /// What is seen of less time, or of fewer addresses, is no pace.
  private static let leastTime = Duration.seconds(30)
  private static let leastGrowth = 3

  mutating func see(_ topology: Topology, at now: Timestamp) {
    for network in topology.networks {
      for index in network.rangeSets.indices {
        let set = AddressSet(network: network.id, index: index)
        let taken = network.taken(inSet: index)
        var known = samples[set] ?? []
        if known.last?.taken != taken { known.append(Sample(taken: taken, at: now)) }
        while known.count > 1, now.since(known[1].at) > Self.memory { known.removeFirst() }
        samples[set] = known
      }
    }
  }

  /// How long a network's addresses last at the pace of the last hour; `nil` where it does not grow.
  func timeLeft(of network: Network, at now: Timestamp) -> Duration? {
    network.rangeSets.indices.compactMap { index in
      let set = AddressSet(network: network.id, index: index)
      guard let first = samples[set]?.first else { return nil }
      let grown = network.taken(inSet: index) - first.taken
      let time = now.since(first.at)
      guard time >= Self.leastTime, grown >= Self.leastGrowth else { return nil }
      let left = Int(clamping: network.capacity(ofSet: index)) - network.taken(inSet: index)
      guard left < 1_000_000 else { return nil }
      return time / grown * max(left, 0)
    }.min()
  }
}
