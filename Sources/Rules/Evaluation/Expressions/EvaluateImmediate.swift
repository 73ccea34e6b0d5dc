import Netlink

extension Evaluator {
  /// `immediate`: a constant into a register, or what becomes of the packet.
  mutating func run(_ immediate: Expression.Immediate) -> Progress {
    switch immediate.datum {
    case .value(let bytes):
      registers.write(
        PartialBytes(bytes), to: immediate.destination, from: .expression("immediate"))
      return .goOn
    case .verdict(let verdict): return Progress(verdict)
    }
  }
}

extension Progress {
  init(_ verdict: RuleVerdict) {
    switch verdict {
    case .accept: self = .verdict(.accept)
    case .drop: self = .verdict(.drop)
    case .continue: self = .goOn
    case .return: self = .verdict(.return)
    case .jump(let chain): self = .verdict(.jump(chain))
    case .goto(let chain): self = .verdict(.goto(chain))
    case .queue(let number): self = .verdict(.taken("queue \(number)"))
    case .other(let code): self = .verdict(.taken("verdict \(code)"))
    }
  }
}
