/// `xt_cluster`: the packets that fall to this node of a cluster.
struct XtCluster: XtOpaqueMatch {
  static let name = "cluster"
  let totalNodes: UInt32
  /// A bit for each node.
  let nodeMask: UInt32
  let hashSeed: UInt32
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(16) else { return nil }
    (totalNodes, nodeMask, hashSeed) = (info.word(0), info.word(4), info.word(8))
    isInverted = info.word(12) & 1 != 0  // XT_CLUSTER_F_INV
  }

  func add(to options: inout XtOptions) {
    options.add("--cluster-local-nodemask", hex(nodeMask, digits: 8), not: isInverted)
    options.add("--cluster-total-nodes", totalNodes)
    options.add("--cluster-hash-seed", hex(hashSeed, digits: 8))
  }
}
