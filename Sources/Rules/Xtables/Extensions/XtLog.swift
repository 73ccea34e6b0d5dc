import Netlink

/// `xt_LOG`: a line in the kernel's log.
extension XtExtension {
  /// `struct xt_log_info`
  var logOptions: String {
    let prefix = text(from: 2, to: 32)
    return (prefix.isEmpty ? "" : " --log-prefix \"\(prefix)\"")
      + (info[0] == 4 ? "" : " --log-level \(info[0])")
  }
}
