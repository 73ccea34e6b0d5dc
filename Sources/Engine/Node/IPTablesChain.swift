import CNI
import Kernel
import Netlink
import Rules
import Topology

/// The masquerade that the reference plugins make with iptables, as nftables holds it.
struct IPTablesChain {
  private let own: NftChain.ID
  private let postrouting: NftChain.ID

  init(_ tag: RuleTag, _ family: NftFamily) {
    let table = NftTable.ID(family, "nat")
    own = NftChain.ID(table, tag.chain)
    postrouting = NftChain.ID(table, "POSTROUTING")
  }

  func isThere(socket: inout NetlinkSocket) throws(KernelError) -> Bool {
    do throws(KernelError) {
      return try !socket.list(.nftChain(own)).isEmpty
    } catch  where error.isNotFound {
      return false
    }
  }

  /// Appends the removal of the chain and of what leads to it.
  func remove(by socket: inout NetlinkSocket, in batch: inout NftBatch) throws(KernelError) {
    guard try isThere(socket: &socket) else { return }
    for rule in try socket.list(.nftRules(of: postrouting)) where rule.jumps(to: own.name) {
      batch.delete(rule)
    }
    batch.flush(own)
    batch.delete(own)
  }

  /// Appends the removal of all chains of a network but these, by the comments of what leads to them.
  static func removeAll(
    of network: String, keeping kept: Set<String>, _ family: NftFamily,
    by socket: inout NetlinkSocket, in batch: inout NftBatch
  ) throws(KernelError) {
    let table = NftTable.ID(family, "nat")
    var stale: Set<String> = []
    for rule in try socket.list(.nftRules(of: NftChain.ID(table, "POSTROUTING"))) {
      let said = Rule(rule)
      guard case .jump(let chain) = said.action, chain.hasPrefix("CNI-"),
        !kept.contains(chain),
        said.comment?.hasPrefix(RuleTag.chainPrefix(ofNetwork: network)) == true
      else { continue }
      batch.delete(rule)
      stale.insert(chain)
    }
    for chain in stale {
      batch.flush(NftChain.ID(table, chain))
      batch.delete(NftChain.ID(table, chain))
    }
  }
}

extension NftRule {
  fileprivate func jumps(to chain: String) -> Bool {
    expressions.contains { expression in
      if case .immediate(let immediate) = expression {
        immediate.datum == .verdict(.jump(chain))
      } else {
        false
      }
    }
  }
}
