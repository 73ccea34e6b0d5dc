/// `xt_bpf`: a program that says whether a packet fits.
struct XtBPF: XtOpaqueMatch {
  static let name = "bpf"
  let program: Program

  enum Program: Sendable {
    case code([Instruction])  // XT_BPF_MODE_BYTECODE
    /// A file below `/sys/fs/bpf`.
    case pinned(String)  // XT_BPF_MODE_FD_PINNED
  }

  /// `struct sock_filter`
  struct Instruction: Sendable {
    let code: UInt16
    let jumpTrue: UInt8
    let jumpFalse: UInt8
    let k: UInt32
  }

  init?(_ info: XtInfo) {
    guard info.isSized(528) else { return nil }
    switch (info.revision, info.half(0)) {
    case (0, let count): program = .code(Self.code(info, count: count, at: 4))
    case (1, 0): program = .code(Self.code(info, count: info.half(2), at: 8))
    case (1, 1): program = .pinned(info.text(8..<520))
    default: return nil
    }
  }

  func add(to options: inout XtOptions) {
    switch program {
    case .pinned(let path): options.add("--object-pinned", path)
    case .code(let code):
      let lines = code.map { "\($0.code) \($0.jumpTrue) \($0.jumpFalse) \($0.k)" }
      options.add("--bytecode", "\"\(code.count),\(lines.joined(separator: ","))\"")
    }
  }

  /// At most 64 instructions (`XT_BPF_MAX_NUM_INSTR`).
  private static func code(_ info: XtInfo, count: UInt16, at offset: Int) -> [Instruction] {
    (0..<min(Int(count), 64)).map { offset + $0 * 8 }.map {
      Instruction(
        code: info.half($0), jumpTrue: info.byte($0 + 2), jumpFalse: info.byte($0 + 3),
        k: info.word($0 + 4))
    }
  }
}
