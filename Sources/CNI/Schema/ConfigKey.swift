public import Formats

/// The keys of one object of a configuration, of a result or of a cache entry, each with its rule: the one
/// place where a key is written.
///
/// What is read of the object is read by these, so that a key that is read is known to the check too.
public protocol ConfigKey: RawRepresentable<String>, CaseIterable, Sendable {
  var rule: KeyRule { get }
}

extension JSON {
  /// What stands under a key, as Go reads it into a structure.
  public subscript(_ key: some ConfigKey) -> JSON? { self[key.rawValue] }

  /// What stands under exactly this key, as Go reads it into a map.
  public subscript(exactly key: some ConfigKey) -> JSON? { self[exactly: key.rawValue] }

  /// An object of those members that there are.
  static func members<Key: ConfigKey>(_ members: KeyValuePairs<Key, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { Member(key: key.rawValue, value: $0) } })
  }
}
