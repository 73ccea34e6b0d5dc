import Topology

extension Rule.Action {
  /// What the rule does, in one word of nft's.
  var word: String {
    switch self {
    case .masquerade: "masquerade"
    case .snat: "snat"
    case .dnat: "dnat"
    case .redirect: "redirect"
    case .accept: "accept"
    case .drop: "drop"
    case .reject: "reject"
    case .return: "return"
    case .jump: "jump"
    case .goto: "goto"
    case .other: "other"
    }
  }

  /// Where it leads: an address, a port or a chain.
  var target: String? {
    switch self {
    case .snat(let target), .dnat(let target), .redirect(let target), .jump(let target),
      .goto(let target):
      target
    case .masquerade, .accept, .drop, .reject, .return, .other: nil
    }
  }
}
