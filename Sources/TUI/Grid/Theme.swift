/// How meanings look. All use the terminal's own 16 colours only.
public enum Theme: String, CaseIterable, Sendable {
  case dark
  case light
  /// No colour: bold, underline and reverse.
  case mono
  /// Few and strong colours on a light ground, for a projector.
  case beamer

  /// Whom it is for.
  public var help: String {
    switch self {
    case .dark: "for a dark terminal"
    case .light: "for a light terminal"
    case .mono: "without colours"
    case .beamer: "strong colours, for a projector"
    }
  }

  /// The one after it, around and around.
  public var next: Theme {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
