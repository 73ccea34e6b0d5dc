/// `xt_socket`: whether a socket on this host is there for a packet.
struct XtSocket: XtOpaqueMatch {
  static let name = "socket"
  let isTransparent: Bool
  let noWildcard: Bool
  /// Gives the packet the socket's mark.
  let restoresMark: Bool

  init?(_ info: XtInfo) {
    let flags: UInt8
    switch info.revision {
    case 0 where info.isSized(0): flags = 0
    case 1...3 where info.isSized(1): flags = info.byte(0)
    default: return nil
    }
    isTransparent = flags & 1 != 0  // XT_SOCKET_TRANSPARENT
    noWildcard = flags & 2 != 0  // XT_SOCKET_NOWILDCARD
    restoresMark = flags & 4 != 0  // XT_SOCKET_RESTORESKMARK
  }

  func add(to options: inout XtOptions) {
    if isTransparent { options.add("--transparent") }
    if noWildcard { options.add("--nowildcard") }
    if restoresMark { options.add("--restore-skmark") }
  }
}
