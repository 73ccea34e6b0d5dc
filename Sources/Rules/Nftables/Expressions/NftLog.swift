import Netlink

extension Expression.Log {
  /// `log`, as nft writes it.
  var text: String {
    var text = "log"
    if let prefix { text += " prefix \"\(prefix)\"" }
    if let group { text += " group \(group)" }
    if let snapLength { text += " snaplen \(snapLength)" }
    if let queueThreshold { text += " queue-threshold \(queueThreshold)" }
    if let level, level != Self.warning { text += " level \(Self.levelName(level))" }
    return text + flagWords
  }

  /// `LOG_WARNING`, which nft takes where nobody says it.
  private static let warning: UInt32 = 4

  /// syslog's, by number, and `NFT_LOGLEVEL_AUDIT`.
  private static func levelName(_ level: UInt32) -> String {
    let names = ["emerg", "alert", "crit", "err", "warn", "notice", "info", "debug", "audit"]
    return level < names.count ? names[Int(level)] : "\(level)"
  }

  private var flagWords: String {
    if flags & 0x2f == 0x2f { return " flags all" }  // NF_LOG_MASK
    var words = ""
    switch flags & 0x3 {
    case 0x1: words += " flags tcp sequence"  // NF_LOG_TCPSEQ
    case 0x2: words += " flags tcp options"  // NF_LOG_TCPOPT
    case 0x3: words += " flags tcp sequence,options"
    default: break
    }
    if flags & 0x4 != 0 { words += " flags ip options" }  // NF_LOG_IPOPT
    if flags & 0x8 != 0 { words += " flags skuid" }  // NF_LOG_UID
    if flags & 0x20 != 0 { words += " flags ether" }  // NF_LOG_MACDECODE
    return words
  }
}
