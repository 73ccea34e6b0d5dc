/// `objref`: uses an object of the table: a counter, a quota, a limit, a helper.
extension Expression {
  public enum Objref: Equatable, Sendable {
    /// `NFT_OBJECT_*`, and the object's name.
    case name(type: UInt32, String)
    /// A map has the name, for what is in a register.
    case map(set: String, source: Int)
  }
}

/// `NFTA_OBJREF_*`
enum ObjrefAttribute: UInt16, AttributeKey {
  case type = 1  // NFTA_OBJREF_IMM_TYPE
  case name = 2  // NFTA_OBJREF_IMM_NAME
  case source = 3  // NFTA_OBJREF_SET_SREG
  case set = 4  // NFTA_OBJREF_SET_NAME
}

extension Expression.Objref {
  init(_ nest: consuming AttributeReader<ObjrefAttribute>) throws(WireError) {
    if let set = try nest.text(.set) {
      self = .map(set: set, source: try nest.register(.source) ?? 0)
    } else {
      self = .name(type: try nest.number(.type) ?? 0, try nest.text(.name) ?? "")
    }
  }
}
