import Netlink

extension Evaluator {
  /// `lookup`: whether a set has a key, or what a map has for it.
  mutating func run(_ lookup: Expression.Lookup) -> Progress {
    guard let set = content(of: lookup.set),
      let key = registers.read(lookup.source, set.keyLength)
    else { return .noFit }
    let doubt = registers.doubt(lookup.source)
    switch lookup.result {
    case .membership: return require(set.has(key, doubt, isInverted: lookup.isInverted))
    case .value(let register):
      guard let element = find(key, in: set, doubt, { $0?.data }) else { return .noFit }
      guard case .value(let bytes)? = element.data else { return .noFit }
      registers.write(
        PartialBytes(bytes), to: register, from: .expression("map \(lookup.set)"))
      return requireLimits(of: element)
    case .verdict:
      guard let element = find(key, in: set, doubt, { $0?.data }) else { return .noFit }
      guard requireLimits(of: element) == .goOn, settle() else { return .noFit }
      guard case .verdict(let verdict)? = element.data else { return .noFit }
      return Progress(verdict)
    }
  }

  /// A set of the rule's table, as this run has changed it.
  func content(of name: String) -> SetContent? {
    let id = NftSet.ID(table, name)
    return changedSets[id] ?? rules.nftables.sets[id]
  }

  /// The element for a key; where several are possible, one for each that differs in `what`.
  mutating func find<Value: Equatable>(
    _ key: PartialBytes, in set: SetContent, _ doubt: Doubt,
    _ what: (NftSet.Element?) -> Value?
  ) -> NftSet.Element? {
    switch set.look(for: key) {
    case .found(let element): return element
    case .absent: return nil
    case .open(let possible):
      var ways: [NftSet.Element?] = []
      for element in possible where !ways.contains(where: { what($0) == what(element) }) {
        ways.append(element)
      }
      let choice = choose(ways.count, doubt) { place in
        ways[place].map { "element \(hexadecimal($0.key))" } ?? "no element"
      }
      return ways[choice]
    }
  }

  /// Elements may have expressions of their own, which can end the rule.
  mutating func requireLimits(of element: NftSet.Element) -> Progress {
    for expression in element.expressions where expression.isLimit {
      doubts.append(Doubt("limit of an element"))
    }
    return .goOn
  }
}

extension SetContent {
  fileprivate func has(_ key: PartialBytes, _ doubt: Doubt, isInverted: Bool) -> Fit {
    let fit: Fit
    switch look(for: key) {
    case .found(let element):
      let isLimited = !isInverted && element.expressions.contains(where: \.isLimit)
      fit = isLimited ? .cannotTell(Doubt("limit of an element")) : .yes
    case .absent: fit = .no
    case .open(let possible): fit = possible.contains(nil) ? .cannotTell(doubt) : .yes
    }
    return isInverted ? !fit : fit
  }
}

extension Expression {
  fileprivate var isLimit: Bool {
    if case .limit = self { return true }
    if case .quota = self { return true }
    if case .connlimit = self { return true }
    return false
  }
}
