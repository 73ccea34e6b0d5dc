/// A TOML document (toml.io, v1.0.0), as far as agents' settings need it: what stands under each whole
/// key. Tables in lists (`[[name]]`) are read over; dates are kept as their text.
struct TOML: Equatable, Sendable {
  /// By the whole key: `["plugins", "io.containerd.grpc.v1.cri", "cni", "bin_dir"]`.
  private(set) var values: [[String]: JSON] = [:]
  /// The keys that headers name, those of tables in lists included.
  private var tables: Set<[String]> = []

  init(_ bytes: [UInt8]) throws(FormatFailure) {
    var reader = TOMLReader(bytes)
    try reader.document()
    values = reader.values
    tables = reader.tables
  }

  /// Whether there is a table under that key or below it, be it an empty one.
  func hasTable(below key: [String]) -> Bool {
    tables.contains { $0.starts(with: key) }
      || values.keys.contains { $0.count > key.count && $0.starts(with: key) }
  }

  subscript(_ key: String...) -> JSON? { values[key] }
  subscript(_ key: [String]) -> JSON? { values[key] }
}
