public import Topology

/// The wiring of a node as a graph, for programs that draw graphs.
public struct Graph: Equatable, Sendable {
  /// A namespace with what is in it.
  public struct Group: Equatable, Sendable {
    public var label: String
    public var points: [Point]
  }

  /// An interface.
  public struct Point: Equatable, Sendable {
    public var id: Int
    /// Its name, then its addresses.
    public var lines: [String]
    public var shape: Shape
  }

  public enum Shape: Equatable, Sendable {
    case plain
    /// Others are plugged into it.
    case bridge
    /// It is off, or has no carrier.
    case broken
  }

  /// A cable, a plug in a bridge, or what a device stands on.
  public struct Line: Equatable, Sendable {
    public var from: Int
    public var to: Int
    public var label: String
  }

  public private(set) var title: String
  public private(set) var groups: [Group] = []
  public private(set) var lines: [Line] = []

  /// Every namespace with its interfaces but loopback, and every tie between them.
  public init(_ topology: Topology) {
    title = topology.node.name
    var numbers: [InterfaceID: Int] = [:]
    for namespace in topology.namespaces {
      let links = namespace.interfaces.filter { !$0.isLoopback }
      for link in links { numbers[link.id] = numbers.count }
      groups.append(
        Group(
          label: namespace.label.text,
          points: links.map { link in
            Point(link, id: numbers[link.id] ?? 0)
          }))
    }
    for link in topology.namespaces.lazy.flatMap(\.interfaces) {
      guard let here = numbers[link.id] else { continue }
      if let there = link.master.flatMap({ numbers[$0] }) {
        lines.append(
          Line(from: there, to: here, label: link.port.map { "port \($0.number)" } ?? ""))
      }
      switch link.peer {
      case .end(let id):
        // Each cable once, from its first end.
        if let there = numbers[id], here < there {
          lines.append(Line(from: here, to: there, label: ""))
        }
      case .lower(let id):
        if let there = numbers[id] {
          lines.append(Line(from: there, to: here, label: link.kind ?? ""))
        }
      case .none, .unresolved: continue
      }
    }
  }
}

extension Graph.Point {
  fileprivate init(_ link: Interface, id: Int) {
    let addresses = link.addresses.filter { $0.scope == .global }.map { "\($0.prefix)" }
    let isOff = !link.isUp || link.state == .down || link.state == .lowerLayerDown
    self.init(
      id: id, lines: [link.name] + addresses,
      shape: isOff ? .broken : link.kind == "bridge" ? .bridge : .plain)
  }
}
