import TUI
public import Testing

@testable public import Screens

extension App {
  /// The equivalent commands of what is selected.
  var commands: [String] { subject.commands(self) }

  /// What the view draws in place of its list on a screen of this size.
  func mapPlan(_ size: Size) -> MapPlan? { view.picture?(self, Layout(self, size)) }
}

extension View: CustomTestStringConvertible {
  public var testDescription: String { title }
}
