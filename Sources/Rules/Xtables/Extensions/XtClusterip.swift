import Addressing

/// `ipt_CLUSTERIP`: an address that several nodes answer to, each for some of its peers.
struct XtClusterip: XtOpaqueTarget {
  static let name = "CLUSTERIP"
  /// Others only name what one such rule has set up.
  let isNew: Bool
  let hashMode: UInt32
  let mac: MACAddress
  let totalNodes: UInt16
  let localNode: UInt16
  let hashInit: UInt32

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(64), let mac = MACAddress(bytes: info.bytes(4..<10))
    else { return nil }
    isNew = info.word(0) & 1 != 0  // CLUSTERIP_FLAG_NEW
    self.mac = mac
    (totalNodes, localNode) = (info.half(10), info.half(14))
    (hashMode, hashInit) = (info.word(48), info.word(52))
  }

  func add(to options: inout XtOptions) {
    guard isNew else { return }
    let mode = Self.hashModes[hashMode] ?? "unknown-error"
    options.add("--new")
    options.add("--hashmode", mode)
    options.add("--clustermac", "\(mac)".uppercased())
    options.add("--total-nodes", totalNodes)
    options.add("--local-node", localNode)
    options.add("--hash-init", hashInit)
  }

  /// `CLUSTERIP_HASHMODE_*`
  private static let hashModes: [UInt32: String] = [
    0: "sourceip", 1: "sourceip-sourceport", 2: "sourceip-sourceport-destport",
  ]
}
