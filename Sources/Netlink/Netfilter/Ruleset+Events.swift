extension Ruleset {
  /// Follows one change. `false`: it does not fit what is here, so everything must be read again.
  public mutating func apply(_ event: NftEvent) -> Bool {
    switch event {
    case .newTable(let table): put(table)
    case .deleteTable(let id): remove(id)
    case .newChain(let chain): put(chain)
    case .deleteChain(let id): remove(id)
    case .newRule(let rule, let inserted): put(rule, inserted: inserted)
    case .deleteRule(let rule): remove(rule)
    case .newSet(let set): put(set)
    case .deleteSet(let id): sets.removeValue(forKey: id) != nil
    case .newElements(let new): change(new) { $0 += new.elements }
    case .deleteElements(let old):
      change(old) { elements in
        elements.removeAll { element in
          old.elements.contains {
            $0.key == element.key && $0.isIntervalEnd == element.isIntervalEnd
          }
        }
      }
    case .generation(let number): follow(number)
    }
  }

  private mutating func put(_ table: NftTable) -> Bool {
    if let index = index(of: table.id) {
      tables[index].table = table
    } else {
      add(table)
    }
    return true
  }

  private mutating func remove(_ id: NftTable.ID) -> Bool {
    guard let index = index(of: id) else { return false }
    tables.remove(at: index)
    sets = sets.filter { $0.key.table != id }
    return true
  }

  private mutating func put(_ chain: NftChain) -> Bool {
    if let place = place(of: chain.id) {
      tables[place.table].chains[place.chain].chain = chain
      return true
    }
    guard index(of: chain.id.table) != nil else { return false }
    add(chain)
    return true
  }

  private mutating func remove(_ id: NftChain.ID) -> Bool {
    guard let place = place(of: id) else { return false }
    tables[place.table].chains.remove(at: place.chain)
    return true
  }

  private mutating func put(_ rule: NftRule, inserted: Bool) -> Bool {
    guard let place = place(of: rule.chain) else { return false }
    let new = Rule(handle: rule.handle, summary: RuleSummary(rule, sets: sets))
    return tables[place.table].chains[place.chain].put(
      new, at: rule.position, inserted: inserted)
  }

  private mutating func remove(_ rule: NftRule) -> Bool {
    guard let place = place(of: rule.chain) else { return false }
    return tables[place.table].chains[place.chain].remove(rule.handle)
  }

  private mutating func put(_ set: NftSet) -> Bool {
    var set = set
    set.elements = sets[set.id]?.elements ?? []
    sets[set.id] = set
    return true
  }

  private mutating func change(
    _ part: NftElements, _ body: (inout [NftSet.Element]) -> Void
  ) -> Bool {
    guard var set = sets[part.set] else { return false }
    body(&set.elements)
    sets[part.set] = set
    return true
  }

  private mutating func follow(_ number: UInt32) -> Bool {
    generation = number
    return true
  }
}

extension Ruleset.Chain {
  /// `neighbour`: the handle of the rule that the new one comes after, or before if it is inserted.
  fileprivate mutating func put(_ rule: Ruleset.Rule, at neighbour: UInt64?, inserted: Bool) -> Bool
  {
    guard let neighbour else {
      rules.insert(rule, at: inserted ? 0 : rules.endIndex)
      return true
    }
    guard let index = rules.firstIndex(where: { $0.handle == neighbour }) else { return false }
    rules.insert(rule, at: inserted ? index : index + 1)
    return true
  }

  fileprivate mutating func remove(_ handle: UInt64) -> Bool {
    guard let index = rules.firstIndex(where: { $0.handle == handle }) else { return false }
    rules.remove(at: index)
    return true
  }
}
