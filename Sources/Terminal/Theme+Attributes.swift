import CCurses
import TUI

extension Theme {
  func attributes(_ style: Style, colors: Int) -> Attributes {
    guard colors >= 8, self != .mono else { return Self.withoutColors(style) }
    let attributes = base(style.meaning)
    let shown = style.isSelected ? selected(attributes, style.meaning, colors: colors) : attributes
    return colors >= 16 ? shown : shown.inEightColors
  }

  private func base(_ meaning: Style.Meaning) -> Attributes {
    switch self {
    case .dark, .mono: Self.dark(meaning)
    case .light: Self.light(meaning)
    case .beamer: Self.beamer(meaning)
    }
  }

  private func selected(_ attributes: Attributes, _ meaning: Style.Meaning, colors: Int)
    -> Attributes
  {
    if colors < 16 || self == .beamer {
      return Attributes(0, on: 6, meaning == .bad ? CCURSES_BOLD : 0)
    }
    var attributes = attributes
    attributes.background = self == .dark ? 8 : 7
    if attributes.foreground == 8 || attributes.foreground == 7 {
      attributes.foreground = self == .dark ? 7 : 8
    }
    if meaning == .plain { attributes.foreground = self == .dark ? 15 : 0 }
    return attributes
  }

  private static func dark(_ meaning: Style.Meaning) -> Attributes {
    switch meaning {
    case .plain: Attributes()
    case .title: Attributes(-1, CCURSES_BOLD)
    case .heading: Attributes(6)
    case .dim, .border: Attributes(8)
    case .good: Attributes(10)
    case .changed: Attributes(11)
    case .bad: Attributes(9, CCURSES_BOLD)
    case .accent: Attributes(14, CCURSES_BOLD)
    case .key: Attributes(14)
    case .notice: Attributes(15, CCURSES_BOLD)
    case .gone: Attributes(8, CCURSES_UNDERLINE)
    case .new: Attributes(10, CCURSES_BOLD)
    }
  }

  private static func light(_ meaning: Style.Meaning) -> Attributes {
    switch meaning {
    case .plain: Attributes()
    case .title, .notice: Attributes(-1, CCURSES_BOLD)
    case .heading, .key: Attributes(4)
    case .dim, .border: Attributes(8)
    case .good: Attributes(2)
    case .changed: Attributes(5)
    case .bad: Attributes(1, CCURSES_BOLD)
    case .accent: Attributes(4, CCURSES_BOLD)
    case .gone: Attributes(8, CCURSES_UNDERLINE)
    case .new: Attributes(2, CCURSES_BOLD)
    }
  }

  private static func beamer(_ meaning: Style.Meaning) -> Attributes {
    switch meaning {
    case .plain, .dim, .border: Attributes(0)
    case .title, .notice: Attributes(0, CCURSES_BOLD)
    case .heading, .key, .accent: Attributes(4, CCURSES_BOLD)
    case .good, .new: Attributes(2, CCURSES_BOLD)
    case .changed: Attributes(5, CCURSES_BOLD)
    case .bad: Attributes(1, CCURSES_BOLD | CCURSES_UNDERLINE)
    case .gone: Attributes(0, CCURSES_UNDERLINE)
    }
  }

  private static func withoutColors(_ style: Style) -> Attributes {
    var attributes: Attributes
    switch style.meaning {
    case .plain, .border, .good: attributes = Attributes()
    case .title, .accent, .key, .notice, .new: attributes = Attributes(-1, CCURSES_BOLD)
    case .heading: attributes = Attributes(-1, CCURSES_UNDERLINE)
    case .dim, .gone: attributes = Attributes(-1, CCURSES_DIM)
    case .changed: attributes = Attributes(-1, CCURSES_UNDERLINE)
    case .bad: attributes = Attributes(-1, CCURSES_BOLD | CCURSES_UNDERLINE)
    }
    if style.isSelected { attributes.flags |= CCURSES_REVERSE }
    return attributes
  }
}
