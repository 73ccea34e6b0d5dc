import Formats
import Quoting

extension FuzzTarget {
  /// Any text as a string of JSON and of TOML, and any JSON as it is shown.
  static func readQuoted(_ bytes: [UInt8]) throws(Broken) {
    let text = String(decoding: bytes, as: UTF8.self)
    let json = try? JSON(Array(text.jsonString.utf8))
    try promise("JSON reads \(text.jsonString)", json == .string(text))
    let toml = try? TOML(Array("a = \(text.tomlString)".utf8))
    try promise("TOML reads \(text.tomlString)", toml?["a"] == .string(text))
    guard let value = try? JSON(bytes) else { return }
    try promise("what is shown is the same", (try? JSON(bytes.shownJSON)) == value)
  }
}
