import Netlink
import Topology

extension NftInterpreter {
  /// `immediate`: bytes that the rule itself gives.
  mutating func run(_ immediate: Expression.Immediate) {
    switch immediate.datum {
    case .value(let bytes):
      put(.constant(bytes), into: immediate.destination)
    case .verdict(let verdict): add(verdict.text, role: .action(Rule.Action(verdict)))
    }
  }
}

extension Rule.Action {
  /// A verdict sends a packet elsewhere or decides on it.
  init(_ verdict: RuleVerdict) {
    self =
      switch verdict {
      case .accept: .accept
      case .drop: .drop
      case .return: .return
      case .jump(let chain): .jump(chain)
      case .goto(let chain): .goto(chain)
      case .continue, .queue, .other: .other
      }
  }
}

extension RuleVerdict {
  /// As nft writes it.
  var text: String {
    switch self {
    case .accept: "accept"
    case .drop: "drop"
    case .continue: "continue"
    case .return: "return"
    case .jump(let chain): "jump \(chain)"
    case .goto(let chain): "goto \(chain)"
    case .queue(let number): "queue to \(number)"
    case .other(let code): "[verdict \(code)]"
    }
  }
}
