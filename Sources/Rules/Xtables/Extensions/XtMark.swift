import Netlink

/// `xt_mark` and `xt_connmark`: the mark of a packet, or of its connection.
extension XtExtension {
  /// `struct xt_mark_mtinfo1` and `xt_connmark_mtinfo1`: a number and, where it is not all ones, its
  /// mask.
  var markTest: String {
    let mask = word(4) == .max ? "" : "/" + hexWord(4)
    return "\(not(info[8] != 0))--mark \(hexWord(0))\(mask)"
  }

  /// `struct xt_connmark_tginfo1` and 2, which can also shift.
  func connmarkOptions(mode: UInt8) -> String {
    let masks = " --nfmask \(hexWord(8)) --ctmask \(hexWord(4))"
    return switch mode {
    case 0: " --set-xmark \(hexWord(0))/\(hexWord(4))"  // XT_CONNMARK_SET
    case 1: " --save-mark\(masks)"  // XT_CONNMARK_SAVE
    case 2: " --restore-mark\(masks)"  // XT_CONNMARK_RESTORE
    default: ""
    }
  }
}
