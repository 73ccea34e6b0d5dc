import TUI
import Topology

/// What can be told and done of what a row stands for, in whatever view it is.
struct Subject: Sendable {
  /// All there is to say, for the pane beside the list.
  var details: @Sendable (App) -> [Details.Entry] = { _ in [] }
  /// What a person would type to see the same.
  var commands: @Sendable (App) -> [String] = { _ in [] }
  /// Where the key for the other end leads.
  var otherEnd: @Sendable (App) -> Destination? = { _ in nil }
  /// What is copied of it; `nil` for the first text of its row.
  var name: @Sendable (App) -> String? = { _ in nil }

  /// A place that can be gone to.
  struct Destination: Sendable {
    var view: View
    var row: RowID?
    /// The time to go back to first, by the number of the moment.
    var moment: Int?

    init(_ view: View, _ row: RowID? = nil) {
      self.view = view
      self.row = row
    }
  }
}

extension RowID {
  /// Each is told of in the file of the view that it is at home in.
  var subject: Subject {
    switch self {
    case .namespace(let id): .namespace(id)
    case .interface(let id): .interface(id)
    case .network: .network
    case .rule(let id): .rule(id)
    case .masquerade(let id): .masquerade(id)
    case .missing(let address): .missingMasquerade(of: address)
    case .forwarding: .forwarding
    case .chain(let id): .chain(id)
    case .owner(let owner): .owner(owner)
    case .group(_, let name): .group(name)
    case .wire(let choice): .wire(choice)
    case .event(let number): .event(number)
    case .cni(let id): .cni(id)
    case .item: Subject()
    }
  }
}
