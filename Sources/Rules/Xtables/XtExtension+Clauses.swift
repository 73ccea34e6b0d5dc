import Netlink
import Topology

extension XtExtension {
  /// Adds what a match says, in the words of iptables-save. Of one that is not known, or not in this
  /// form, its name and its bytes.
  func addClauses(_ context: XtContext, to clauses: inout [Clause]) {
    let info = XtInfo(self, context)
    if let match = xtMatches[name]?.init(info) {
      match.addClauses(to: &clauses)
    } else {
      clauses.append(Clause(.other, "-m \(name)", value: raw))
    }
  }

  /// What a target does, likewise.
  func targetClause(_ context: XtContext) -> Clause {
    switch name {
    // In nftables a verdict of iptables is a target of that name.
    case "ACCEPT": return Clause(.action(.accept), "-j ACCEPT")
    case "DROP": return Clause(.action(.drop), "-j DROP")
    default: break
    }
    let info = XtInfo(self, context)
    return xtTargets[name]?.init(info)?.clause ?? Clause(.other, "-j \(name)", value: raw)
  }

  /// `[revision 2 0x0011]`
  private var raw: String { unknownText("revision \(revision)", info) }
}
