import Addressing
import Topology

/// Ties rules to the attachments they were made for, and those to pods.
struct RuleOwnership {
  let addressIndex: AddressIndex
  /// Whether every namespace was read: if not, an absence proves nothing.
  let seesEverything: Bool

  /// What a jump to a chain of one attachment's own says of that chain.
  struct Purpose: Equatable, Sendable {
    fileprivate var attachment: Container.Attachment?
    fileprivate var source: IPAddress?
  }

  /// What the jumps of each chain say of others.
  typealias Purposes = [ChainID: [String: Purpose]]

  /// Tables before and after, by the same addresses.
  struct Earlier {
    var tables: [RuleTable]
    var resolved: [RuleTable]
    var purposes: Purposes
  }

  /// Only chains and rules that `earlier` has not are gone through.
  func resolved(
    _ firewall: consuming Firewall, after earlier: Earlier?
  ) -> (firewall: Firewall, purposes: Purposes) {
    var purposes: Purposes = [:]
    for index in firewall.tables.indices {
      let id = firewall.tables[index].id
      let change = earlier.flatMap { TableChange(id, $0) }
      let all = change?.purposes(in: firewall.tables[index]) ?? firewall.tables[index].purposes
      resolve(&firewall.tables[index], all, change.flatMap { $0.purposes == all ? $0 : nil })
      purposes.merge(all) { $1 }
    }
    return (firewall, purposes)
  }

  private func resolve(_ table: inout RuleTable, _ purposes: Purposes, _ change: TableChange?) {
    let ordered = purposes.sorted { $0.key.name < $1.key.name }
    let purposes = ordered.reduce(into: [:]) { $0.merge($1.value) { $1 } }
    table.chains = table.chains.map(
      after: change?.before.chains, made: change?.resolved.chains, where: { _ in true }
    ) { chain in
      resolve(&chain, purposes[chain.id.name], change)
    }
  }

  private func resolve(_ chain: inout RuleChain, _ purpose: Purpose?, _ change: TableChange?) {
    let before = change?.before.chains.first { $0.id == chain.id }
    let made = change?.resolved.chains.first { $0.id == chain.id }
    chain.rules = chain.rules.map(
      after: before?.rules, made: made?.rules, where: \.owner.isReferencePlugin
    ) { rule in
      resolve(&rule, purpose)
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

/// A table as it was, and what was made of it.
private struct TableChange {
  var before: RuleTable
  var resolved: RuleTable
  var purposes: RuleOwnership.Purposes

  init?(_ id: TableID, _ earlier: RuleOwnership.Earlier) {
    guard let before = earlier.tables.first(where: { $0.id == id }),
      let resolved = earlier.resolved.first(where: { $0.id == id })
    else { return nil }
    self.before = before
    self.resolved = resolved
    purposes = earlier.purposes.filter { $0.key.table == id }
  }

  /// Those of the table as it is now.
  func purposes(in table: RuleTable) -> RuleOwnership.Purposes {
    let (removed, added) = table.chains.difference(from: before.chains)
    var purposes = purposes
    for chain in removed { purposes[chain.id] = nil }
    let then = Dictionary(removed.map { ($0.id, $0.rules) }) { first, _ in first }
    for chain in added {
      let change = chain.rules.difference(from: then[chain.id] ?? [])
      let isTheSame = !(change.removed + change.added).contains { $0.purposefulJump != nil }
      purposes[chain.id] = isTheSame ? self.purposes[chain.id] : chain.purposes
    }
    return purposes
  }
}

extension RuleTable {
  fileprivate var purposes: RuleOwnership.Purposes {
    chains.reduce(into: [:]) { $0[$1.id] = $1.purposes }
  }
}

extension RuleChain {
  /// `nil` where none of its jumps says anything.
  fileprivate var purposes: [String: RuleOwnership.Purpose]? {
    var purposes: [String: RuleOwnership.Purpose] = [:]
    for rule in rules {
      guard let chain = rule.purposefulJump else { continue }
      purposes[chain] = RuleOwnership.Purpose(
        attachment: Container.Attachment(ruleComment: rule.comment ?? ""), source: rule.match.host)
    }
    return purposes.isEmpty ? nil : purposes
  }
}

extension Rule {
  /// The chain of one attachment's own that it jumps to.
  fileprivate var purposefulJump: String? {
    guard case .jump(let chain) = action, chain.hasPrefix("CNI-") else { return nil }
    return chain
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
