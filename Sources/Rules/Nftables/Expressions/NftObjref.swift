import Netlink

extension NftInterpreter {
  /// `objref`: something that has a name of its own in the table.
  func text(_ reference: Expression.Objref) -> String {
    guard case .name(let type, let name) = reference else { return "[objref]" }
    // NFT_OBJECT_*, by number
    let words = ["object", "counter", "quota", "ct helper set", "limit", "connlimit"]
    return "\(type < 6 ? words[Int(type)] : "object \(type)") name \"\(name)\""
  }
}
