import Addressing
public import Topology

extension Change {
  /// What happened to what. Names are those of that time: what they name may be gone by now.
  public enum Event: Equatable, Sendable {
    /// Something that cnitop has to say of itself.
    case notice(String)
    case node(from: Node, to: Node)
    case namespaceAdded(AddedNamespace)
    case namespaceRemoved(RemovedNamespace)
    case namespace(from: NamespaceFacts, to: NamespaceFacts)
    case link(Difference<LinkFacts>)
    case address(Difference<Interface.Address>, on: InterfaceReference)
    case route(Difference<RouteFacts>)
    /// So many routes that came or went at once, and the first of them.
    case routes(Kind, count: Int, first: Route)
    /// Without allocations and foreign files, which are told of by themselves.
    case network(Difference<Network>)
    /// The network by name.
    case lease(Difference<Allocation>, network: String)
    case table(Difference<TableFacts>)
    /// Changed, with equal hooks: its rules are in another order.
    case chain(Difference<ChainFacts>)
    /// Changed: it was left behind by its namespace, or is no longer.
    case rule(Difference<Rule>)
    /// So many rules of one chain that came or went at once.
    case rules(Kind, count: Int, in: ChainID)
    case agent(Difference<CNIAgent>)
    /// Changed, with equal fields: what else its file says.
    case configuration(Difference<ConfigurationFile>)
    case pluginDirectory(Difference<PluginDirectory>)
    case gap(Difference<Gap>)
  }

  public var kind: Kind { event.kind }

  /// What sort of thing: a namespace, a link, an address, …
  public var subject: Subject { event.subject }

  /// An address `fe80::…`: the kernel gives one to every interface, so it tells a person nothing.
  public var isRoutine: Bool {
    guard case .address(let difference, _) = event,
      case .v6(let high, _) = difference.last.prefix.address
    else { return false }
    return high >> 48 == 0xfe80
  }
}

/// One thing as it was and as it is.
public enum Difference<Value: Equatable & Sendable>: Equatable, Sendable {
  case added(Value)
  case removed(Value)
  case changed(from: Value, to: Value)

  /// As it is now or, where it is gone, was last.
  public var last: Value {
    switch self {
    case .added(let value), .removed(let value), .changed(_, let value): value
    }
  }

  var kind: Change.Kind {
    switch self {
    case .added: .added
    case .removed: .removed
    case .changed: .changed
    }
  }
}
