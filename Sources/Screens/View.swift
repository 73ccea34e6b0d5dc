import Export
import TUI

/// One way of looking at the node: a tab of the screen.
///
/// All that tells a view from the others is said in its value, in a file of its own in `Views`; the list
/// of ``all`` is what tabs, keys, help, palette and exports go by.
public struct View: Sendable {
  /// The key that shows it.
  let digit: Int
  /// As its tab says.
  public let title: String
  /// What a snapshot has of it, for an export.
  var parts = SnapshotDocument.Parts.all
  /// What is listed, and in which columns.
  var listing: @Sendable (App) -> Listing
  /// What is told and can be done of a row, from what the row stands for.
  var subject: @Sendable (RowID) -> Subject = \.subject
  /// What to say where nothing is listed.
  var empty: @Sendable (App) -> String
  /// Keys that work only here, or differently.
  var keys: [Binding] = []
  /// What the box around the list says, where that is not the title.
  var heading: (@Sendable (App) -> String)?
  /// What is drawn in place of the list where it fits.
  var picture: (@Sendable (App, Layout) -> MapPlan?)?
  /// What is drawn below the list.
  var pane: Pane?
  var detail = DetailPlace.beside
  /// The strip of events shows below it.
  var hasEvents = true
  /// The key `w` gives the list all of the width.
  var widens = false
  /// How many ways there are to show it, one after the other by the key `w`.
  var forms: @Sendable (App) -> Int = { _ in 2 }
  /// What it takes to be counted or asked, whatever rows are in sight.
  var interest = Interest()

  /// Where the details of the selected row are; all of the room on a narrow screen.
  enum DetailPlace: Sendable {
    case beside
    /// Only when a person opens them.
    case besideWhenOpen
    case never
  }

  /// A part of the screen below the list.
  struct Pane: Sendable {
    /// How many of so many rows it takes.
    var rows: @Sendable (App, Int) -> Int
    var draw: @Sendable (App, inout Frame, Region) -> Void
  }
}

extension View: Hashable {
  public static func == (left: View, right: View) -> Bool { left.digit == right.digit }
  public func hash(into hasher: inout Hasher) { hasher.combine(digit) }
}

extension View {
  /// In the order of their tabs.
  public static let all: [View] = [.map, .pods, .links, .ipam, .nat, .events, .cni, .wire]
}
