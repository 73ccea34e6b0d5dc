import Netlink

extension Evaluator {
  /// `dynset`: later rules see what is added.
  mutating func run(_ dynset: Expression.Dynset) -> Progress {
    guard var set = content(of: dynset.set),
      let key = registers.read(dynset.key, set.keyLength), key.isKnown
    else { return require(.cannotTell(Doubt("set \(dynset.set)"))) }
    if dynset.operation == 2 {  // NFT_DYNSET_OP_DELETE
      set.remove(key.bytes)
      changedSets[NftSet.ID(table, dynset.set)] = set
      return .goOn
    }
    let old: NftSet.Element? =
      if case .found(let element) = set.look(for: key) { element } else { nil }
    if old == nil {
      var element = NftSet.Element(key: key.bytes)
      if let source = dynset.data, let data = registers.read(source, set.dataLength) {
        element.data = .value(data.bytes)
      }
      set.add(element)
      changedSets[NftSet.ID(table, dynset.set)] = set
    }
    let isLimited = !dynset.expressions.allSatisfy(\.isCounter)
    if isLimited { return require(.cannotTell(Doubt("limit of an element"))) }
    return dynset.isInverted ? .noFit : .goOn
  }
}

extension Expression {
  fileprivate var isCounter: Bool {
    if case .counter = self { return true }
    if case .last = self { return true }
    return false
  }
}
