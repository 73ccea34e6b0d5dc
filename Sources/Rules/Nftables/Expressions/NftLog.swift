import Netlink

extension Expression.Log {
  /// `log`, as nft writes it.
  var text: String {
    var text = "log"
    if let prefix { text += " prefix \"\(prefix)\"" }
    if let group { text += " group \(group)" }
    if let level, level != 4, level < 8 { text += " level \(Self.levels[Int(level)])" }
    return text
  }

  /// syslog's, by number.
  private static let levels = [
    "emerg", "alert", "crit", "err", "warn", "notice", "info", "debug",
  ]
}
