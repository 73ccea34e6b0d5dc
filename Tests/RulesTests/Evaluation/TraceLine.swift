import Netlink
import Rules
import Topology

/// One thing that happened to a packet, as text: from the kernel's trace, and from an evaluation.
func line(_ trace: NftTrace) -> String {
  let chain = "\(trace.chain.table.family) \(trace.chain.table.name) \(trace.chain.name)"
  return switch trace.happening {
  case .rule(let handle, let verdict): "\(chain) rule \(handle) \(verdict)"
  case .policy(let verdict): "\(chain) policy \(verdict)"
  case .end: "\(chain) end"
  case .other(let type): "\(chain) type \(type)"
  }
}

func line(_ step: Evaluation.Step) -> String {
  let chain = "\(step.chain.table.family) \(step.chain.table.name) \(step.chain.name)"
  let verdict =
    switch step.verdict {
    case .reject: "drop"
    case .jump, .goto, .accept, .drop, .continue, .return, .taken: "\(step.verdict)"
    }
  return step.rule.map { "\(chain) rule \($0) \(verdict)" } ?? "\(chain) policy \(verdict)"
}
