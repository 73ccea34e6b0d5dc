/// A TOML document (toml.io, v1.0.0), as far as agents' settings need it: what stands under each whole
/// key. Tables in lists (`[[name]]`) are read over; dates are kept as their text.
public struct TOML: Equatable, Sendable {
  /// By the whole key: `["plugins", "io.containerd.grpc.v1.cri", "cni", "bin_dir"]`.
  public private(set) var values: [[String]: JSON] = [:]
  /// The keys that headers name, those of tables in lists included.
  private var tables: Set<[String]> = []

  /// - Throws: `.notTOML` with the line, `.notPlainUTF8`, `.tooDeep`.
  public init(_ bytes: [UInt8]) throws(FormatFailure) {
    var reader = TOMLReader(bytes)
    try reader.document()
    values = reader.values
    tables = reader.tables
  }

  /// Whether there is a table under that key or below it, be it an empty one.
  public func hasTable(below key: [String]) -> Bool {
    tables.contains { $0.starts(with: key) }
      || values.keys.contains { $0.count > key.count && $0.starts(with: key) }
  }

  /// What stands under a whole key; `nil` for nothing, and for a table.
  public subscript(_ key: String...) -> JSON? { values[key] }
  public subscript(_ key: [String]) -> JSON? { values[key] }
}
