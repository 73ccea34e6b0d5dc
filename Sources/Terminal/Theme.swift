import CCurses
import Cells

extension Theme {
  func look(_ style: Style, colors: Int) -> Look {
    guard colors >= 8, self != .mono else { return Self.plainLook(style) }
    let look = ground(style.meaning)
    let shown = style.isSelected ? selected(look, style.meaning, colors: colors) : look
    return colors >= 16 ? shown : shown.inEightColors
  }

  private func ground(_ meaning: Style.Meaning) -> Look {
    switch self {
    case .dark, .mono: Self.dark(meaning)
    case .light: Self.light(meaning)
    case .beamer: Self.beamer(meaning)
    }
  }

  private func selected(_ look: Look, _ meaning: Style.Meaning, colors: Int) -> Look {
    if colors < 16 || self == .beamer {
      return Look(0, on: 6, meaning == .bad ? CCURSES_BOLD : 0)
    }
    var look = look
    look.background = self == .dark ? 8 : 7
    if look.foreground == 8 || look.foreground == 7 { look.foreground = self == .dark ? 7 : 8 }
    if meaning == .plain { look.foreground = self == .dark ? 15 : 0 }
    return look
  }

  private static func dark(_ meaning: Style.Meaning) -> Look {
    switch meaning {
    case .plain: Look()
    case .title: Look(-1, CCURSES_BOLD)
    case .heading: Look(6)
    case .dim, .border: Look(8)
    case .good: Look(10)
    case .changed: Look(11)
    case .bad: Look(9, CCURSES_BOLD)
    case .accent: Look(14, CCURSES_BOLD)
    case .key: Look(14)
    case .notice: Look(15, CCURSES_BOLD)
    case .gone: Look(8, CCURSES_UNDERLINE)
    case .new: Look(10, CCURSES_BOLD)
    }
  }

  private static func light(_ meaning: Style.Meaning) -> Look {
    switch meaning {
    case .plain: Look()
    case .title, .notice: Look(-1, CCURSES_BOLD)
    case .heading, .key: Look(4)
    case .dim, .border: Look(8)
    case .good: Look(2)
    case .changed: Look(5)
    case .bad: Look(1, CCURSES_BOLD)
    case .accent: Look(4, CCURSES_BOLD)
    case .gone: Look(8, CCURSES_UNDERLINE)
    case .new: Look(2, CCURSES_BOLD)
    }
  }

  private static func beamer(_ meaning: Style.Meaning) -> Look {
    switch meaning {
    case .plain, .dim, .border: Look(0)
    case .title, .notice: Look(0, CCURSES_BOLD)
    case .heading, .key, .accent: Look(4, CCURSES_BOLD)
    case .good, .new: Look(2, CCURSES_BOLD)
    case .changed: Look(5, CCURSES_BOLD)
    case .bad: Look(1, CCURSES_BOLD | CCURSES_UNDERLINE)
    case .gone: Look(0, CCURSES_UNDERLINE)
    }
  }

  private static func plainLook(_ style: Style) -> Look {
    var look: Look
    switch style.meaning {
    case .plain, .border, .good: look = Look()
    case .title, .accent, .key, .notice, .new: look = Look(-1, CCURSES_BOLD)
    case .heading: look = Look(-1, CCURSES_UNDERLINE)
    case .dim, .gone: look = Look(-1, CCURSES_DIM)
    case .changed: look = Look(-1, CCURSES_UNDERLINE)
    case .bad: look = Look(-1, CCURSES_BOLD | CCURSES_UNDERLINE)
    }
    if style.isSelected { look.attributes |= CCURSES_REVERSE }
    return look
  }
}
