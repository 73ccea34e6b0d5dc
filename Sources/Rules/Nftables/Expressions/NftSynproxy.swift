import Netlink

extension Expression.Synproxy {
  /// `synproxy`, as nft writes it.
  var text: String {
    var text = "synproxy"
    // NF_SYNPROXY_OPT_MSS, NF_SYNPROXY_OPT_WSCALE
    if flags & 0x3 != 0 { text += " mss \(mss) wscale \(windowScale)" }
    if flags & 0x8 != 0 { text += " timestamp" }  // NF_SYNPROXY_OPT_TIMESTAMP
    if flags & 0x4 != 0 { text += " sack-perm" }  // NF_SYNPROXY_OPT_SACK_PERM
    return text
  }
}
