import Netlink

extension NftInterpreter {
  /// `objref`: something that has a name of its own in the table.
  mutating func text(_ reference: Expression.Objref) -> String {
    switch reference {
    case .name(let type, let name): "\(Self.words(type)) \"\(name)\""
    case .map(let set, let source):
      "\(Self.words(sets[NftSet.ID(table, set)]?.objectType ?? 0)) \(mapText(set, of: source))"
    }
  }

  /// What comes before the object's name. `NFT_OBJECT_*`
  private static func words(_ type: UInt32) -> String {
    switch type {
    case 1: "counter name"  // NFT_OBJECT_COUNTER
    case 2: "quota name"  // NFT_OBJECT_QUOTA
    case 3: "ct helper set"  // NFT_OBJECT_CT_HELPER
    case 4: "limit name"  // NFT_OBJECT_LIMIT
    case 5: "connlimit name"  // NFT_OBJECT_CONNLIMIT
    case 6: "tunnel name"  // NFT_OBJECT_TUNNEL
    case 7: "ct timeout set"  // NFT_OBJECT_CT_TIMEOUT
    case 8: "meta secmark set"  // NFT_OBJECT_SECMARK
    case 9: "ct expectation set"  // NFT_OBJECT_CT_EXPECT
    case 10: "synproxy name"  // NFT_OBJECT_SYNPROXY
    default: "object \(type) name"
    }
  }

  /// A register, and the map that it is looked up in.
  private mutating func mapText(_ name: String, of source: Int) -> String {
    let set = sets[NftSet.ID(table, name)]
    let key = operands(source, length: Int(set?.keyLength ?? 4))
    return tell(.map(key: key, name: name, set)).words
  }
}
