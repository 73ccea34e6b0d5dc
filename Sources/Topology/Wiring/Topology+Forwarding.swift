import Addressing

extension Topology {
  /// Pods of some network are to reach the outside, and the node passes on no IPv4 packet of theirs.
  public var lacksForwarding: Bool {
    node.forwardsIPv4 == false
      && networks.contains { network in
        network.masquerades
          && network.allocations.contains { $0.state == .used && $0.address.family == .v4 }
      }
  }
}
