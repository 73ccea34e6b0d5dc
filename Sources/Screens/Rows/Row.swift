import Cells
import Topology

/// A line of a view's table.
struct Row: Sendable {
  var id: Thing
  /// One text per column; those that tell traffic or age are empty here.
  var cells: [String]
  var style: Style = .plain
  /// Something is wrong with it.
  var isFault = false
  var flow: Flow = .none
  /// The pod it belongs to.
  var namespace: NamespaceID?
  /// Its age is told from this moment on.
  var since: Timestamp?
  var facets = Facets()

  /// Whose counters tell its rates.
  enum Flow: Sendable {
    case none
    /// As the pod sees it; the second is the cable's host end.
    case pod(InterfaceID?, InterfaceID?)
    case interface(InterfaceID)
    case rule(RuleID)
  }

  /// What the words of a filter look at, in lower case.
  struct Facets: Sendable {
    var namespace = ""
    var pod = ""
    var address = ""
    var bridge = ""
    var interface = ""
  }
}

extension Traffic {
  func rate(_ flow: Row.Flow) -> Rate? {
    switch flow {
    case .none, .rule: nil
    case .interface(let id): interfaces[id]
    case .pod(let inside, let outside):
      inside.flatMap { interfaces[$0] } ?? outside.flatMap { interfaces[$0]?.reversed }
    }
  }

  func ruleRate(_ flow: Row.Flow) -> RuleRate? {
    guard case .rule(let id) = flow else { return nil }
    return rules[id]
  }
}
