import Netlink

extension Evaluator {
  /// What a match of iptables says; one that nobody can evaluate is a doubt.
  func fits(_ match: XtExtension) -> Fit {
    .cannotTell(Doubt("match \(match.name)"))
  }

  /// Does what a target of iptables does.
  mutating func act(_ target: XtExtension) -> Progress {
    switch target.name {
    case "ACCEPT": return .verdict(.accept)
    case "DROP": return .verdict(.drop)
    default: return apply(.cannotTell(Doubt("target \(target.name)")))
    }
  }
}
