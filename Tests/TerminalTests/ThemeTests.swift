import CCurses
import TUI
import Testing

@testable import Terminal

/// The attributes of each theme on terminals of 8, 16 and 256 colours, and of none.
@Suite struct ThemeTests {
  private static let colors = [-1, 0, 2, 8, 16, 88, 256]
  private let styles = Style.Meaning.allCases.flatMap { [Style($0), Style($0).selected] }

  @Test(arguments: Theme.allCases, colors) func usesOnlyColorsThatThereAre(
    theme: Theme, colors: Int
  ) {
    let most = theme == .mono || colors < 8 ? -1 : colors < 16 ? 7 : 15
    for style in styles {
      let attributes = theme.attributes(style, colors: colors)
      #expect(-1...most ~= Int(attributes.foreground), "\(style)")
      #expect(-1...most ~= Int(attributes.background), "\(style)")
    }
  }

  @Test(arguments: Theme.allCases, colors) func showsWhatIsSelected(theme: Theme, colors: Int) {
    for meaning in Style.Meaning.allCases {
      let plain = theme.attributes(Style(meaning), colors: colors)
      let selected = theme.attributes(Style(meaning).selected, colors: colors)
      #expect(selected.background != -1 || selected.flags & CCURSES_REVERSE != 0, "\(meaning)")
      #expect(selected != plain, "\(meaning)")
    }
  }

  /// What is wrong must not be overlooked, be it selected or not.
  @Test(arguments: Theme.allCases, colors) func showsWhatIsBad(theme: Theme, colors: Int) {
    for isSelected in [false, true] {
      let bad = theme.attributes(Style(.bad, isSelected: isSelected), colors: colors)
      for meaning in [Style.Meaning.plain, .good, .dim, .changed, .border] {
        let other = theme.attributes(Style(meaning, isSelected: isSelected), colors: colors)
        #expect(bad != other, "\(meaning)")
      }
      #expect(bad.flags & CCURSES_BOLD != 0)
    }
  }

  @Test(arguments: Theme.allCases) func moreThanSixteenColorsChangeNothing(theme: Theme) {
    for style in styles {
      #expect(theme.attributes(style, colors: 256) == theme.attributes(style, colors: 16))
    }
  }

  /// No text in the colour of its own ground.
  @Test(arguments: Theme.allCases, colors) func everyTextIsSeen(theme: Theme, colors: Int) {
    for style in styles {
      let attributes = theme.attributes(style, colors: colors)
      #expect(
        attributes.background == -1 || attributes.foreground != attributes.background, "\(style)")
    }
  }

  @Test(
    arguments: [
      (.dark, .bad, 16, Attributes(9, CCURSES_BOLD)), (.dark, .bad, 8, Attributes(1, CCURSES_BOLD)),
      (.dark, .dim, 16, Attributes(8)), (.dark, .dim, 8, Attributes(-1, CCURSES_DIM)),
      (.dark, .plain, 256, Attributes()), (.light, .good, 16, Attributes(2)),
      (.light, .heading, 8, Attributes(4)),
      (.light, .gone, 8, Attributes(-1, CCURSES_UNDERLINE | CCURSES_DIM)),
      (.beamer, .bad, 256, Attributes(1, CCURSES_BOLD | CCURSES_UNDERLINE)),
      (.beamer, .dim, 8, Attributes(0)),
      (.mono, .bad, 256, Attributes(-1, CCURSES_BOLD | CCURSES_UNDERLINE)),
      (.mono, .dim, 8, Attributes(-1, CCURSES_DIM)),
      (.dark, .heading, 2, Attributes(-1, CCURSES_UNDERLINE)),
    ] as [(Theme, Style.Meaning, Int, Attributes)])
  func looksSo(theme: Theme, meaning: Style.Meaning, colors: Int, attributes: Attributes) {
    #expect(theme.attributes(Style(meaning), colors: colors) == attributes)
  }
}
