public import Netlink
import Topology

extension Nftables {
  /// Follows changes that were made together. `false`: they do not fit what is here, or nobody could
  /// tell how, so everything must be read again.
  public mutating func follow(_ changes: [NftEvent]) -> Bool {
    var removed: Gap?
    for change in changes {
      guard apply(change, after: &removed) else { return false }
    }
    return true
  }

  /// `removed`: the place of the rule that the change before this one took away.
  private mutating func apply(_ event: NftEvent, after removed: inout Gap?) -> Bool {
    let gap = removed
    removed = nil
    switch event {
    case .newTable(let table): put(table)
    case .deleteTable(let id): return remove(id)
    case .newChain(let chain): return put(chain)
    case .deleteChain(let chain): return remove(chain)
    case .newRule(let rule, let place): return put(rule, place, gap: gap)
    case .deleteRule(let rule):
      removed = remove(rule)
      return removed != nil
    case .newSet(let set): put(set)
    case .deleteSet(let id): sets.removeValue(forKey: id)
    case .newElements(let new): add(new)
    case .deleteElements: break  // sets whose elements change have names, and only those are kept
    case .generation(let number): generation = number
    }
    return true
  }

  private mutating func put(_ table: NftTable) {
    let new = RuleTable(table)
    guard let index = index(of: new.id) else { return tables.append(new) }
    (tables[index].isDormant, tables[index].owner) = (new.isDormant, new.owner)
  }

  private mutating func remove(_ id: NftTable.ID) -> Bool {
    guard let index = index(of: TableID(id)) else { return false }
    let gone = tables.remove(at: index).id
    chainNames = chainNames.filter { $0.key.table != gone }
    sets = sets.filter { $0.key.table != id }
    return true
  }

  /// A chain's new name is in the words of rules that jump to it, and a change of its devices tells
  /// only those that are new: both are read again.
  private mutating func put(_ chain: NftChain) -> Bool {
    guard let table = index(of: TableID(chain.id.table)) else { return false }
    let handle = ChainHandle(table: tables[table].id, handle: chain.handle)
    guard let name = chainNames[handle] else {
      append(chain, to: table)
      return true
    }
    guard name == chain.id.name, chain.hook?.devices.isEmpty ?? true,
      let place = place(of: chain.id)
    else { return false }
    tables[place.table].chains[place.chain].hook = RuleChain.Hook(chain)
    tables[place.table].chains[place.chain].policyCounter = chain.counter.map(RuleCounter.init)
    return true
  }

  /// With a hook, only devices were taken from it.
  private mutating func remove(_ chain: NftChain) -> Bool {
    guard chain.hook == nil, let place = place(of: chain.id) else { return false }
    let gone = tables[place.table].chains.remove(at: place.chain)
    chainNames.removeValue(forKey: ChainHandle(table: gone.id.table, handle: chain.handle))
    return true
  }

  private mutating func put(_ rule: NftRule, _ order: NftRule.Order, gap: Gap?) -> Bool {
    guard let place = place(of: rule.chain), !rule.namesNewSet(setNames) else { return false }
    let new = Rule(rule, sets: sets, setNames: setNames, names: names)
    return tables[place.table].chains[place.chain].put(new, order, gap: gap)
  }

  private mutating func remove(_ rule: NftRule) -> Gap? {
    guard let place = place(of: rule.chain) else { return nil }
    return tables[place.table].chains[place.chain].remove(rule.handle)
  }

  private mutating func put(_ set: NftSet) {
    var set = set
    set.add(sets[set.id]?.elements ?? [])
    sets[set.id] = set
  }

  private mutating func add(_ new: NftElements) {
    guard sets[new.set]?.flags.contains(.anonymous) == true else { return }
    sets[new.set]?.add(new.elements)
  }
}

extension Nftables {
  /// Where in its chain a rule was that was taken away.
  fileprivate enum Gap { case start, middle, end }

  private func place(of chain: NftChain.ID) -> (table: Int, chain: ChunkedArray<RuleChain>.Index)? {
    let id = ChainID(chain)
    guard let table = index(of: id.table) else { return nil }
    return tables[table].chains.firstIndex { $0.id.name == id.name }.map { (table, $0) }
  }
}

extension RuleChain {
  fileprivate mutating func put(
    _ rule: Rule, _ order: NftRule.Order, gap: Nftables.Gap?
  ) -> Bool {
    switch order {
    case .after(let handle):
      guard let index = rules.lastIndex(where: { $0.id.handle == handle }) else { return false }
      rules.insert(rule, at: rules.index(after: index))
    case .first: rules.insert(rule, at: rules.startIndex)
    case .last: rules.append(rule)
    case .replacing:
      switch gap {
      case .start: rules.insert(rule, at: rules.startIndex)
      case .end: rules.append(rule)
      case .middle, nil: return false
      }
    }
    return true
  }

  fileprivate mutating func remove(_ handle: UInt64) -> Nftables.Gap? {
    guard let index = rules.firstIndex(where: { $0.id.handle == handle }) else { return nil }
    let isFirst = index == rules.startIndex
    let isLast = rules.index(after: index) == rules.endIndex
    rules.remove(at: index)
    return isFirst ? .start : isLast ? .end : .middle
  }
}
