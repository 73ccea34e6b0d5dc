import CCurses
import TUI

/// The attributes of all styles, with the colour pairs that curses knows them by.
struct AttributeTable {
  struct CursesAttributes {
    var pair: Int16
    var attributes: Int32
  }

  private var byStyle: [Style: CursesAttributes] = [:]

  /// Defines the pairs in curses, which must be started.
  init(_ theme: Theme) {
    let colors = Int(ccurses_colors())
    let theme = ccurses_wants_no_color() ? .mono : theme
    var pairs: [[Int16]: Int16] = [[-1, -1]: 0]
    for meaning in Style.Meaning.allCases {
      for style in [Style(meaning), Style(meaning).selected] {
        let attributes = theme.attributes(style, colors: colors)
        let colours = [attributes.foreground, attributes.background]
        let pair = pairs[colours] ?? Int16(pairs.count)
        if pairs.updateValue(pair, forKey: colours) == nil {
          ccurses_define_pair(pair, attributes.foreground, attributes.background)
        }
        byStyle[style] = CursesAttributes(pair: pair, attributes: Int32(attributes.flags))
      }
    }
  }

  subscript(style: Style) -> CursesAttributes {
    byStyle[style] ?? CursesAttributes(pair: 0, attributes: 0)
  }
}
