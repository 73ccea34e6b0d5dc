import Netlink
import Topology

extension XtExtension {
  /// Adds what a match says, in the words of iptables-save: one clause, or one for each side where it
  /// looks at ports. One that is not known, or not in this form, is shown by name.
  func addClauses(to clauses: inout [Clause]) {
    switch name {
    case "tcp" where info.count >= 12: addTCP(to: &clauses)
    case "udp" where info.count >= 9: addUDP(to: &clauses)
    case "multiport" where info.count >= 48: clauses.append(multiport)
    case "comment" where info.count >= 1: clauses.append(commentClause)
    default: clauses.append(Clause(.other, condition ?? "-m \(name)"))
    }
  }

  /// The words of a match that has no column of its own.
  private var condition: String? {
    switch name {
    case "conntrack" where revision >= 1 && info.count >= 152: conntrack
    case "state" where info.count >= 4: state
    case "addrtype" where revision == 1 && info.count >= 8: addrtype
    case "mark" where revision == 1 && info.count >= 9: "-m mark \(markTest)"
    case "connmark" where revision == 1 && info.count >= 9: "-m connmark \(markTest)"
    case "statistic" where info.count >= 16: statistic
    case "limit" where info.count >= 8: limit
    case "set" where revision >= 1 && info.count >= 4: set
    default: nil
    }
  }

  /// What a target does.
  func targetClause(isIPv6: Bool) -> Clause {
    switch name {
    case "MASQUERADE": masquerade(isIPv6)
    case "SNAT": snat(isIPv6)
    case "DNAT": dnat(isIPv6)
    case "REDIRECT": redirect(isIPv6)
    case "REJECT": Clause(.action(.reject), "-j REJECT" + rejectOptions(isIPv6))
    case "ACCEPT": Clause(.action(.accept), "-j ACCEPT")
    case "DROP": Clause(.action(.drop), "-j DROP")
    default: Clause(.other, "-j \(name)" + targetOptions)
    }
  }

  /// The options of a target that lets the packet go on.
  private var targetOptions: String {
    switch name {
    case "MARK" where revision == 2 && info.count >= 8:
      " --set-xmark \(hexWord(0))/\(hexWord(4))"
    case "CONNMARK" where revision == 1 && info.count >= 13: connmarkOptions(mode: info[12])
    case "CONNMARK" where revision == 2 && info.count >= 15 && info[13] == 0:
      connmarkOptions(mode: info[14])
    case "LOG" where info.count >= 32: logOptions
    default: ""
    }
  }
}
