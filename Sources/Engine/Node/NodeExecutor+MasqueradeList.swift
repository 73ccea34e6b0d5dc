import Addressing
import CNI
import Kernel
import Netlink
import Rules
import Topology

/// A masquerade that a plugin has made for one attachment.
struct InstalledMasquerade {
  /// As far as its comment says whose it is; the interface's name is empty where only the container is
  /// said.
  var key: AttachmentKey?
  /// What tells one attachment's from all others: the beginning of a comment, or a chain's name.
  var tag: String
  /// Whose packets it is for.
  var source: IPAddress?
  /// Where it is.
  var words: String
}

extension NodeExecutor {
  /// Every masquerade of a network, in all the forms that plugins make.
  mutating func masquerades(of network: String) throws -> [InstalledMasquerade] {
    let tag = RuleTag.prefix(ofNetwork: network)
    var found = try askFirewall { socket in
      var found = try socket.list(.nftRules(of: Masquerade.checks)).compactMap { rule in
        InstalledMasquerade(rule, ofNetwork: network, tag)
      }
      for family in [NftFamily.ip, .ip6] {
        let chain = NftChain.ID(NftTable.ID(family, "nat"), "POSTROUTING")
        found += try socket.list(.nftRules(of: chain)).compactMap {
          InstalledMasquerade(Rule($0), ofNetwork: network, "\(family) nat")
        }
      }
      return found
    }
    for isIPv6 in [false, true] {
      let nat = try LegacyReader.table("nat", isIPv6: isIPv6, LegacyTableBuilder.init) {
        $0.add($1)
      }
      let rules = nat?.table.chains.first { $0.id.name == "POSTROUTING" }?.rules ?? []
      let place = "\(isIPv6 ? "ip6tables" : "iptables")-legacy nat"
      found += rules.compactMap { InstalledMasquerade($0, ofNetwork: network, place) }
    }
    return found
  }
}

extension InstalledMasquerade {
  /// A rule in nftables' own form; `nil` for another network's.
  fileprivate init?(_ rule: NftRule, ofNetwork network: String, _ tag: String) {
    guard let comment = rule.comment, comment.hasPrefix("\(tag)-") else { return nil }
    let chain = "\(Masquerade.table.family) \(Masquerade.table.name) \(Masquerade.checks.name)"
    self.init(
      key: AttachmentKey(masqueradeComment: comment, ofNetwork: network),
      tag: String(comment.prefix { $0 != "," }),
      source: Rule(rule).match.sourcePrefix?.address, words: "rule \(rule.handle) of \(chain)")
  }

  /// A jump to a chain of its own, as iptables makes it; `nil` for any other rule.
  fileprivate init?(_ rule: Rule, ofNetwork network: String, _ place: String) {
    guard case .jump(let chain) = rule.action, chain.hasPrefix("CNI-"), let comment = rule.comment,
      comment.hasPrefix(RuleTag.chainPrefix(ofNetwork: network))
    else { return nil }
    self.init(
      key: AttachmentKey(chainComment: comment, ofNetwork: network, chain: chain), tag: chain,
      source: rule.match.sourcePrefix?.address, words: "chain \(chain) of \(place)")
  }
}
