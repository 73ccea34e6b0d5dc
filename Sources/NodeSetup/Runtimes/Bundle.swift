import Formats

/// The `config.json` of an OCI bundle (runtime specification, "Configuration"), as far as it names a
/// container.
struct Bundle {
  /// All others are large: mounts, capabilities, system call filters.
  static let part = JSONPart.only([
    "hostname": .all, "annotations": .all, "linux": .only(["namespaces": .all]),
  ])

  private let json: JSON

  init(_ bytes: [UInt8]) throws(FormatFailure) {
    json = try JSON(bytes, part: Self.part)
  }

  var hostname: String? { json["hostname"]?.text }

  var namespacePath: String? {
    let namespaces = json["linux"]?["namespaces"]?.elements ?? []
    return namespaces.first { $0["type"]?.text == "network" }?["path"]?.text
  }

  /// The first of these annotations that is there and not empty.
  func annotation(_ keys: String...) -> String? {
    let annotations = json["annotations"]
    for key in keys {
      if let text = annotations?[exactly: key]?.text, !text.isEmpty { return text }
    }
    return nil
  }
}
