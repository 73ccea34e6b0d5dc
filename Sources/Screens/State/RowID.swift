import Addressing
import Topology

/// What a row stands for, whatever place it has: the selection follows it.
enum RowID: Hashable, Sendable {
  case namespace(NamespaceID)
  case interface(InterfaceID)
  /// A network by the directory of its leases.
  case network(String)
  case rule(RuleID)
  /// A masquerade rule that should be there, by the address it is for.
  case missing(IPAddress)
  /// That the node forwards nothing, which pods need.
  case forwarding
  case chain(ChainID)
  /// The rules of one owner, folded or not.
  case owner(Rule.Owner)
  /// A bridge's pods of one Kubernetes namespace.
  case group(InterfaceID, String)
  /// Rules that hide the same addresses, by the first of them.
  case masquerade(RuleID)
  case wire(WireChoice)
  /// A change, by its number in the history.
  case event(Int)
  case cni(CNIRowID)
  /// Of a view whose rows stand for nothing above, by a name that is its own there.
  case item(String)
}

extension RowID {
  /// It stands for others, and is folded at first.
  var isFolder: Bool {
    switch self {
    case .owner, .group: true
    case .cni(.section): true
    case .cni: false
    case .namespace, .interface, .network, .rule, .missing, .forwarding, .chain, .masquerade,
      .event, .wire, .item:
      false
    }
  }
}
