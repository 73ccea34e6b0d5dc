import Addressing
import Topology

extension Change {
  /// What changed, by name: `default/web-7d9`, `cni0`, `10.22.0.5`.
  public var name: String {
    switch event {
    case .notice: "cnitop"
    case .node(_, let node): node.name
    case .namespaceAdded(let namespace): namespace.name
    case .namespaceRemoved(let namespace): namespace.name
    case .namespace(_, let namespace): namespace.label.text
    case .link(let difference): difference.last.interface.name
    case .address(let difference, _): "\(difference.last.prefix)"
    case .route(let difference): difference.last.route.title
    case .routes(_, let count, _): "\(count) routes"
    case .network(let difference): difference.last.name
    case .lease(let difference, _): "\(difference.last.address)"
    case .table(let difference): "table \(difference.last.id.text)"
    case .chain(let difference): "chain \(difference.last.id.text)"
    case .rule(let difference): difference.last.text
    case .rules(_, let count, _): "\(count) rules"
    case .agent(let difference): difference.last.name
    case .configuration(let difference): difference.last.path
    case .pluginDirectory(let difference): difference.last.path
    case .gap(let difference): difference.last.subject
    }
  }

  /// The rest of the sentence: `10.22.0.5 on cni0 by veth5e41415a`.
  public var detail: String {
    switch event {
    case .notice(let text): text
    case .node(let before, let after): after.text(since: before)
    case .namespaceAdded(let namespace): namespace.text
    case .namespaceRemoved(let namespace): namespace.text
    case .namespace(let before, let after): after.text(since: before)
    case .link(let difference): difference.text
    case .address(let difference, let link): difference.text(on: link)
    case .route(let difference): difference.text
    case .routes(_, _, let first): first.title + ", …"
    case .network(let difference): difference.text
    case .lease(let difference, let network): difference.text(of: network)
    case .table(let difference): difference.text
    case .chain(let difference): difference.text
    case .rule(let difference): difference.text
    case .rules(_, _, let chain): "in \(chain.text)"
    case .agent(let difference): difference.text(\.summary)
    case .configuration(let difference): difference.text
    case .pluginDirectory(let difference): difference.text(\.summary)
    case .gap(let difference): difference.text
    }
  }
}

extension Difference {
  /// What it says of itself or, where it changed, then and now.
  func text(_ text: (Value) -> String) -> String {
    switch self {
    case .added(let value), .removed(let value): text(value)
    case .changed(let before, let after): "\(text(before)) → \(text(after))"
    }
  }
}

/// `mtu 1500 → 9000`, or nothing where they are equal.
func change<Value: Equatable>(
  _ word: String, _ old: Value?, _ new: Value?, _ text: (Value) -> String = { "\($0)" }
) -> String? {
  guard old != new else { return nil }
  return "\(word) \(old.map(text) ?? "none") → \(new.map(text) ?? "none")"
}
