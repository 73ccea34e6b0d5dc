public import Topology

extension Topology {
  /// What a person would say changed since `old`, at the time of this topology.
  ///
  /// A pod that came or went is one change, which stands for its cable, its lease and its rules too.
  /// Counters, neighbours, forwarding entries, the processes of a pod that has others, and the
  /// evidence behind a lease's state make none.
  public func changes(since old: Topology) -> [Change] {
    var comparison = Comparison(old: old, new: self)
    comparison.compareNode()
    comparison.compareNamespaces()
    comparison.compareNetworks()
    comparison.compareFirewalls()
    comparison.compareSetups()
    comparison.compareGaps(old.gaps, gaps)
    return comparison.changes
  }
}
