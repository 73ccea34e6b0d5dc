import Addressing
import CNI
import Kernel
import Netlink

extension NodeExecutor {
  /// Lets nothing in but frames from the container's own MAC address.
  mutating func addMACSpoofCheck(_ spec: MACSpoofCheckSpec, _ journal: inout [Undo]) throws {
    let mac = try visit(spec.pod) { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      return try socket.list(.link(named: spec.pod.name)).first?.mac
    }
    guard let mac else {
      throw StepFailure.mismatch("\(spec.pod.name) has no MAC address")
    }
    let chains = MACSpoofCheck(spec.tag)
    var batch = NftBatch(to: "check who sends through \(spec.host)")
    batch.add(MACSpoofCheck.table)
    batch.add(MACSpoofCheck.base, .init(type: "filter", number: 0, priority: -300))
    batch.add(chains.interface)
    batch.add(chains.mac)
    batch.flush(chains.interface)
    batch.flush(chains.mac)
    for rule in chains.rules(host: spec.host, mac: mac) { batch.add(rule) }
    journal.append(.removeMACSpoofCheck(spec.tag))
    try askFirewall { try $0.perform(batch) }
  }

  mutating func checkMACSpoofing(_ spec: MACSpoofCheckSpec) throws {
    guard try macSpoofChains(of: spec.tag).count == 2 else {
      throw StepFailure.mismatch("nothing checks who sends through \(spec.host)")
    }
  }

  /// Of all chains where source checks are.
  mutating func macSpoofChainNames() throws -> Set<String> {
    try askFirewall { socket in
      Set(
        try socket.list(.nftChains).map(\.id).filter { $0.table == MACSpoofCheck.table }.map(\.name)
      )
    }
  }

  /// Those of its two chains that are there.
  mutating func macSpoofChains(of tag: RuleTag) throws -> [NftChain.ID] {
    let chains = MACSpoofCheck(tag)
    return try askFirewall { socket in
      try socket.list(.nftChains).map(\.id).filter { [chains.interface, chains.mac].contains($0) }
    }
  }

  mutating func removeMACSpoofCheck(_ tag: RuleTag) throws -> StepReport.Outcome {
    let chains = MACSpoofCheck(tag)
    return try askFirewall { socket in
      var batch = NftBatch(to: "end the source check of \(tag.key.containerID)")
      for rule in try socket.list(.nftRules(of: MACSpoofCheck.base))
      where rule.comment == chains.comment {
        batch.delete(rule)
      }
      let present = try socket.list(.nftChains).map(\.id)
      for chain in [chains.interface, chains.mac] where present.contains(chain) {
        batch.flush(chain)
      }
      for chain in [chains.interface, chains.mac] where present.contains(chain) {
        batch.delete(chain)
      }
      guard !batch.isEmpty else { return .alreadySo }
      try socket.perform(batch)
      return .changed
    }
  }
}
