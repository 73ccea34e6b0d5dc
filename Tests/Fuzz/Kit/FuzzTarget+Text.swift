import Addressing
import Quoting
import Screens
import TUI
import Topology

@testable import Inspection
@testable import Terminal

extension FuzzTarget {
  static func readAddress(_ bytes: [UInt8]) throws(Broken) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let address = IPAddress(text) {
      try promise("\(address) comes back", IPAddress("\(address)") == address)
    }
    if let prefix = Prefix(text) {
      try promise("\(prefix) comes back", Prefix("\(prefix)") == prefix)
    }
    if let mac = MACAddress(text) {
      try promise("\(mac) comes back", MACAddress("\(mac)") == mac)
    }
  }

  /// Names and comments on their way to a terminal.
  static func readText(_ bytes: [UInt8]) throws(Broken) {
    let cleaned = String(decoding: bytes, as: UTF8.self).cleaned
    let isObeyed = cleaned.unicodeScalars.contains { $0.properties.generalCategory == .control }
    try promise("nothing that a terminal obeys in \(cleaned.debugDescription)", !isObeyed)
    try promise("clean stays clean", cleaned.cleaned == cleaned)
    for columns in [0, 1, 2, 7, 80] {
      try promise("it fits into \(columns)", cleaned.fitted(to: columns).width <= columns)
    }
  }

  static func readRuleComment(_ bytes: [UInt8]) {
    _ = Container.Attachment(ruleComment: String(decoding: bytes, as: UTF8.self))
  }

  static func readSettings(_ bytes: [UInt8]) throws(Broken) {
    let settings = Settings(text: String(decoding: bytes, as: UTF8.self))
    try promise("\(settings) come back", Settings(text: settings.text) == settings)
  }

  /// Four bytes are a key's code, as curses would say it.
  static func readKeys(_ bytes: [UInt8]) {
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let code = bytes[start...].prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      _ = Key(code: Int32(bitPattern: code))
    }
  }
}
