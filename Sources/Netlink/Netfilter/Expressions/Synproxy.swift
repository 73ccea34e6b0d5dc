/// `synproxy`: answers a SYN in place of the server.
extension Expression {
  public struct Synproxy: Equatable, Sendable {
    /// Maximum segment size, in bytes.
    public var mss: UInt16
    /// Window scale, in bits.
    public var windowScale: UInt8
    /// `NF_SYNPROXY_OPT_*`
    public var flags: UInt32
  }
}

/// `NFTA_SYNPROXY_*`
enum SynproxyAttribute: UInt16, AttributeKey {
  case mss = 1  // NFTA_SYNPROXY_MSS
  case windowScale = 2  // NFTA_SYNPROXY_WSCALE
  case flags = 3  // NFTA_SYNPROXY_FLAGS
}

extension Expression.Synproxy {
  init(_ nest: consuming AttributeReader<SynproxyAttribute>) throws(WireError) {
    mss = try nest.find(.mss)?.uint16(.network) ?? 0
    windowScale = try nest.find(.windowScale)?.uint8() ?? 0
    flags = try nest.number(.flags) ?? 0
  }
}
