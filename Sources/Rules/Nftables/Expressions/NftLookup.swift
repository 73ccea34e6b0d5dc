import Netlink
import Topology

extension NftInterpreter {
  /// `lookup`: a register in a set, or what a map has for it.
  mutating func run(_ lookup: Expression.Lookup) {
    let set = sets[NftSet.ID(table, lookup.set)]
    let key = operands(lookup.source, length: Int(set?.keyLength ?? 4))
    let content = SetText(set, lookup.set, names: names)
    switch lookup.result {
    case .verdict:
      let (term, shift) = tellKey(key, of: set)
      clauses.append(
        Clause(.action(.other), "\(term.words) vmap \(content.shifted(shift).text)"))
      previous = nil
    case .value(let into): put(.map(key: key, name: lookup.set, set), into: into)
    case .membership:
      let sign = lookup.isInverted ? Expression.Comparison.notEqual : .equal
      if key.count == 1 {
        relate(key[0], sign, .set(content))
      } else {
        add(tellTogether(key), sign, .set(content))
      }
    }
  }
}
