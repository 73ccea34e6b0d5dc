/// How a text is written that is not plain UTF-8, by its first bytes. Editors show nothing of it.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8, after a byte order mark.
  case markedUTF8
  case utf16
  case utf32

  /// `nil` for everything else. JSON and TOML begin with ASCII, which is half zeros in UTF-16.
  public init?(of bytes: [UInt8]) {
    let start = Array(bytes.prefix(4))
    switch start {
    case [0xff, 0xfe, 0, 0], [0, 0, 0xfe, 0xff]: self = .utf32
    case _ where start.starts(with: [0xef, 0xbb, 0xbf]): self = .markedUTF8
    case _ where start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff]): self = .utf16
    case _ where start.count == 4 && start[1...2] == [0, 0] && (start[0] == 0) != (start[3] == 0):
      self = .utf32
    case _ where start.count > 1 && (start[0] == 0) != (start[1] == 0): self = .utf16
    case _: return nil
    }
  }

  var words: String {
    switch self {
    case .markedUTF8: "it begins with a byte order mark (BOM), which editors do not show"
    case .utf16: "it is UTF-16"
    case .utf32: "it is UTF-32"
    }
  }
}
