import CCurses
import Cells

/// The looks of all styles, with the colour pairs that curses knows them by.
struct Palette {
  struct Ink {
    var pair: Int16
    var attributes: Int32
  }

  private var inks: [Style: Ink] = [:]

  /// Defines the pairs in curses, which must be started.
  init(_ theme: Theme) {
    let colors = Int(ccurses_colors())
    let theme = ccurses_wants_no_color() ? .mono : theme
    var pairs: [[Int16]: Int16] = [[-1, -1]: 0]
    for meaning in Style.Meaning.allCases {
      for style in [Style(meaning), Style(meaning).selected] {
        let look = theme.look(style, colors: colors)
        let colours = [look.foreground, look.background]
        let pair = pairs[colours] ?? Int16(pairs.count)
        if pairs.updateValue(pair, forKey: colours) == nil {
          ccurses_define_pair(pair, look.foreground, look.background)
        }
        inks[style] = Ink(pair: pair, attributes: Int32(look.attributes))
      }
    }
  }

  subscript(style: Style) -> Ink { inks[style] ?? Ink(pair: 0, attributes: 0) }
}
