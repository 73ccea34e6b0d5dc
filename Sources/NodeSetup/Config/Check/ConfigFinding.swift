/// Something about a configuration file that a person should know, in one sentence.
public struct ConfigFinding: Hashable, Sendable {
  public var severity: Severity
  public var text: String

  public init(_ severity: Severity, _ text: String) {
    self.severity = severity
    self.text = text
  }

  public enum Severity: String, Hashable, Comparable, CaseIterable, Sendable {
    /// It does not work like this.
    case broken
    /// It works, and hardly as it was meant.
    case suspect
    /// Worth a look.
    case hint

    public static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// Most runtimes load such a file and fail at ADD; CRI-O takes the file's name.
  public static let nameless = ConfigFinding(.broken, "\"name\" is missing")
}
