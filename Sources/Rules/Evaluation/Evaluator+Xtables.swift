import Addressing
import Netlink

extension Evaluator {
  /// What a match of iptables says; one that nobody can evaluate is a doubt.
  func fits(_ match: XtExtension) -> Fit {
    guard let known = xtMatches[match.name]?.init(XtInfo(match, context)) else {
      return .cannotTell(Doubt("match \(match.name)"))
    }
    return known.fits(packet, place)
  }

  /// Does what a target of iptables does.
  mutating func act(_ target: XtExtension) -> Progress {
    switch target.name {
    // In nftables a verdict of iptables is a target of that name.
    case "ACCEPT": return .verdict(.accept)
    case "DROP": return .verdict(.drop)
    default: break
    }
    guard let known = xtTargets[target.name]?.init(XtInfo(target, context))
    else { return apply(.cannotTell(Doubt("target \(target.name)"))) }
    return apply(known.act(on: &packet, place))
  }

  private var context: XtContext { XtContext(isIPv6: packet.family == .v6, setNames: [:]) }
}
