extension Change.Event {
  var kind: Change.Kind {
    switch self {
    case .notice: .notice
    case .namespaceAdded: .added
    case .namespaceRemoved: .removed
    case .node, .namespace: .changed
    case .link(let difference): difference.kind
    case .address(let difference, _): difference.kind
    case .route(let difference): difference.kind
    case .network(let difference): difference.kind
    case .lease(let difference, _): difference.kind
    case .table(let difference): difference.kind
    case .chain(let difference): difference.kind
    case .rule(let difference): difference.kind
    case .routes(let kind, _, _), .rules(let kind, _, _): kind
    case .agent(let difference): difference.kind
    case .configuration(let difference): difference.kind
    case .pluginDirectory(let difference): difference.kind
    case .gap(let difference): difference.kind
    }
  }

  var subject: Change.Subject {
    switch self {
    case .notice, .node: .cnitop
    case .namespaceAdded, .namespaceRemoved, .namespace: .namespace
    case .link: .link
    case .address: .address
    case .route, .routes: .route
    case .lease: .lease
    case .table, .chain, .rule, .rules: .rule
    case .network, .agent, .configuration, .pluginDirectory: .configuration
    case .gap: .gap
    }
  }
}
