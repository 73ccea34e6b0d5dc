extension JSON {
  /// The same as libcni hands it on, which reads a configuration into maps and writes them again: of equal
  /// keys the last one, and all in the order of their bytes. Where a plugin finds one key in two cases it
  /// takes the latter.
  var remarshalled: JSON {
    switch self {
    case .object(let members):
      var values: [[UInt8]: Member] = [:]
      for member in members {
        values[Array(member.key.utf8)] = Member(key: member.key, value: member.value.remarshalled)
      }
      return .object(values.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value))
    case .array(let elements): return .array(elements.map(\.remarshalled))
    case _: return self
    }
  }
}
