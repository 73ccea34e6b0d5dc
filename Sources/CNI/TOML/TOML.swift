/// A TOML document (toml.io, v1.0.0), as far as agents' settings need it: what stands under each whole
/// key. Tables in lists (`[[name]]`) are read over; dates are kept as their text.
struct TOML: Equatable, Sendable {
  /// By the whole key: `["plugins", "io.containerd.grpc.v1.cri", "cni", "bin_dir"]`.
  private(set) var values: [[String]: JSON] = [:]

  init(_ bytes: [UInt8]) throws(FormatFailure) {
    var reader = TOMLReader(bytes)
    try reader.document()
    values = reader.values
  }

  subscript(_ key: String...) -> JSON? { values[key] }
  subscript(_ key: [String]) -> JSON? { values[key] }
}
