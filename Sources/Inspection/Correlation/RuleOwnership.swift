import Addressing
import Topology

/// Ties rules to the attachments they were made for, and those to pods.
struct RuleOwnership {
  let addressIndex: AddressIndex
  /// Whether every namespace was read: if not, an absence proves nothing.
  let seesEverything: Bool

  /// What a jump to a chain of one attachment's own says of that chain.
  private struct Purpose {
    var attachment: Container.Attachment?
    var source: IPAddress?
  }

  func resolved(_ firewall: consuming Firewall) -> Firewall {
    for table in firewall.tables.indices {
      let purposes = purposes(in: firewall.tables[table])
      for chain in firewall.tables[table].chains.indices {
        resolve(&firewall.tables[table].chains[chain], purposes)
      }
    }
    return firewall
  }

  private func purposes(in table: RuleTable) -> [String: Purpose] {
    var purposes: [String: Purpose] = [:]
    for rule in table.chains.lazy.flatMap(\.rules) {
      guard case .jump(let chain) = rule.action, chain.hasPrefix("CNI-") else { continue }
      purposes[chain] = Purpose(
        attachment: Container.Attachment(ruleComment: rule.comment ?? ""), source: rule.match.host)
    }
    return purposes
  }

  private func resolve(_ chain: inout RuleChain, _ purposes: [String: Purpose]) {
    let purpose = purposes[chain.id.name]
    for position in chain.rules.indices where chain.rules[position].owner.isReferencePlugin {
      resolve(&chain.rules[position], purpose)
    }
  }

  private func resolve(_ rule: inout Rule, _ purpose: Purpose?) {
    rule.attachment = Container.Attachment(ruleComment: rule.comment ?? "") ?? purpose?.attachment
    let address = rule.match.host ?? purpose?.source ?? rule.action.destination
    let container = rule.attachment.flatMap { addressIndex.container(startingWith: $0.containerID) }
    let home = container.flatMap { addressIndex.home(of: $0) }
    rule.namespace = home ?? address.flatMap { addressIndex.places[$0]?.first?.namespace }
    rule.pod = (container ?? rule.namespace.flatMap(addressIndex.container(in:)))
      .flatMap(addressIndex.title(of:))
    if rule.match.source == nil { rule.match.source = purpose?.source.map(\.description) }
    rule.isLeaked =
      seesEverything && rule.namespace == nil && (rule.attachment != nil || address != nil)
  }
}

extension Rule.Owner {
  /// Its rules are for attachments, and their comments say for which.
  fileprivate var isReferencePlugin: Bool { self == .cni || self == .portmap }
}

extension Rule.Match {
  /// The source, where it is one address.
  fileprivate var host: IPAddress? {
    sourcePrefix.flatMap { $0.isHost ? $0.address : nil }
  }
}

extension Rule.Action {
  /// Where a DNAT leads: `10.22.0.2:80`, `[fd00::2]:80`.
  fileprivate var destination: IPAddress? {
    guard case .dnat(let text) = self else { return nil }
    if text.hasPrefix("[") { return IPAddress(text.dropFirst().prefix { $0 != "]" }) }
    return IPAddress(text) ?? IPAddress(text.prefix { $0 != ":" })
  }
}
