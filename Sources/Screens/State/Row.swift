import TUI
import Topology

/// A line of a view's table.
struct Row: Sendable {
  var id: RowID
  /// One text per column; those that tell traffic or age are empty here.
  var cells: [String] = []
  var style: Style = .plain
  /// Something is wrong with it.
  var isFault = false
  /// It is over the rows below it, and takes all of the width.
  var isHeading = false
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
    /// Rules that are told of together, and their packets when they were listed.
    case rules([RuleID], packets: UInt64?)
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
    case .none, .rules: nil
    case .interface(let id): interfaces[id]
    case .pod(let inside, let outside):
      inside.flatMap { interfaces[$0] } ?? outside.flatMap { interfaces[$0]?.reversed }
    }
  }

  /// The packets of some rules together, as newly counted as they are.
  func packets(_ flow: Row.Flow) -> UInt64? {
    guard case .rules(let ids, let listed) = flow else { return nil }
    let counted = ids.compactMap { rules[$0]?.counter.packets }
    return listed != nil && counted.count == ids.count ? counted.reduce(0, &+) : listed
  }

  /// The same a second.
  func packetsPerSecond(_ flow: Row.Flow) -> Double? {
    guard case .rules(let ids, _) = flow else { return nil }
    let paces = ids.compactMap { rules[$0]?.packetsPerSecond }
    return paces.count == ids.count ? paces.reduce(0, +) : nil
  }
}
