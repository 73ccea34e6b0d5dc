/// `xt_LOG`: a line in the kernel's log.
struct XtLog: XtPassingTarget {
  static let name = "LOG"
  /// syslog's
  let level: UInt8
  /// `XT_LOG_*`
  let flags: UInt8
  let prefix: String

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(32) else { return nil }
    (level, flags) = (info.byte(0), info.byte(1))
    prefix = info.text(2..<32)
  }

  func add(to options: inout XtOptions) {
    if !prefix.isEmpty { options.add("--log-prefix", saved(prefix)) }
    if level != 4 { options.add("--log-level", level) }
    if flags & 1 != 0 { options.add("--log-tcp-sequence") }  // XT_LOG_TCPSEQ
    if flags & 2 != 0 { options.add("--log-tcp-options") }  // XT_LOG_TCPOPT
    if flags & 4 != 0 { options.add("--log-ip-options") }  // XT_LOG_IPOPT
    if flags & 8 != 0 { options.add("--log-uid") }  // XT_LOG_UID
    if flags & 32 != 0 { options.add("--log-macdecode") }  // XT_LOG_MACDECODE
  }
}
