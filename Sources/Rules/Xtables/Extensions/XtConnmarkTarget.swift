/// `xt_CONNMARK`: sets the mark of a packet's connection, or copies it from or to the packet.
struct XtConnmarkTarget: XtTarget {
  static let name = "CONNMARK"
  let mode: Mode
  let connectionMark: UInt32
  let connectionMask: UInt32
  let packetMask: UInt32
  /// In bits; to the right where it is less than 0.
  let shift: Int

  enum Mode: UInt8, Sendable {
    case set  // XT_CONNMARK_SET
    case save  // XT_CONNMARK_SAVE
    case restore  // XT_CONNMARK_RESTORE
  }

  /// `struct xt_connmark_tginfo1` and 2.
  init?(_ info: XtInfo) {
    guard (1...2).contains(info.revision), info.isSized(16),
      let mode = Mode(rawValue: info.byte(info.revision == 1 ? 12 : 14))
    else { return nil }
    self.mode = mode
    (connectionMark, connectionMask) = (info.word(0), info.word(4))
    packetMask = info.word(8)
    let bits = info.revision == 1 ? 0 : Int(info.byte(13))
    shift = info.byte(12) == 0 || info.revision == 1 ? bits : -bits  // D_SHIFT_LEFT
  }

  func add(to options: inout XtOptions) {
    switch mode {
    case .set: options.add("--set-xmark", "\(hex(connectionMark))/\(hex(connectionMask))")
    case .save: options.add("--save-mark")
    case .restore: options.add("--restore-mark")
    }
    if mode != .set {
      options.add("--nfmask", hex(packetMask))
      options.add("--ctmask", hex(connectionMask))
    }
    if shift > 0 { options.add("--left-shift-mark", shift) }
    if shift < 0 { options.add("--right-shift-mark", -shift) }
  }
}

extension XtConnmarkTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    guard case .connection(let connection) = packet.tracking else { return .goOn }
    switch mode {
    case .set:
      let mark = connection.mark.map { shifted($0 & ~connectionMask ^ connectionMark) }
      packet.tracking.change { $0.mark = mark }
    case .save:
      let saved = packet.mark.map { shifted($0 & packetMask) }
      packet.tracking.change { $0.mark = mix($0.mark, connectionMask, saved) }
    case .restore:
      let restored = connection.mark.map { shifted($0 & connectionMask) }
      packet.mark = mix(packet.mark, packetMask, restored)
    }
    return .goOn
  }

  private func mix(_ old: UInt32?, _ mask: UInt32, _ new: UInt32?) -> UInt32? {
    guard let new, let old = mask == .max ? 0 : old else { return nil }
    return old & ~mask ^ new
  }

  private func shifted(_ mark: UInt32) -> UInt32 { mark << shift }
}
