import Netlink

extension Evaluator {
  /// `objref`: an object of the table, of which some can end the rule.
  mutating func run(_ reference: Expression.Objref) -> Progress {
    switch reference {
    case .name(let type, let name): return use(object: type, name)
    case .map(let name, let source):
      guard let set = content(of: name), let key = registers.read(source, set.keyLength) else {
        return .noFit
      }
      guard let element = find(key, in: set, registers.doubt(source), { $0?.objectName }) else {
        return .noFit
      }
      return use(object: set.objectType ?? 0, element.objectName ?? "")
    }
  }

  /// `NFT_OBJECT_*`
  private mutating func use(object type: UInt32, _ name: String) -> Progress {
    switch type {
    case 2: require(.cannotTell(Doubt("quota \(name)")))  // NFT_OBJECT_QUOTA
    case 4: require(.cannotTell(Doubt("limit \(name)")))  // NFT_OBJECT_LIMIT
    case 5: require(.cannotTell(Doubt("ct count \(name)")))  // NFT_OBJECT_CONNLIMIT
    case 10: run(synproxy: ())  // NFT_OBJECT_SYNPROXY
    default: .goOn
    }
  }
}
