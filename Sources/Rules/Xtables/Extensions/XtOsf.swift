/// `xt_osf`: the system that a SYN looks like it came from.
struct XtOsf: XtOpaqueMatch {
  static let name = "osf"
  let genre: String
  let isInverted: Bool
  let ttl: UInt32?
  let logLevel: UInt32?

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(48) else { return nil }  // struct nf_osf_info
    let flags = info.word(36)
    genre = info.text(0..<32)
    isInverted = flags & 8 != 0  // NF_OSF_INVERT
    ttl = flags & 2 != 0 ? info.word(44) : nil  // NF_OSF_TTL
    logLevel = flags & 4 != 0 ? info.word(40) : nil  // NF_OSF_LOG
  }

  func add(to options: inout XtOptions) {
    options.add("--genre", genre, not: isInverted)
    if let ttl { options.add("--ttl", ttl) }
    if let logLevel { options.add("--log", logLevel) }
  }
}
