/// Rows of text in columns as wide as what is in them, two spaces apart, without borders.
struct TextTable {
  private let headings: [Heading]
  private var rows: [[String]] = []

  /// A column's title, and whether its values are numbers, which end at the same place.
  struct Heading: ExpressibleByStringLiteral {
    var title: String
    var isNumber: Bool = false

    init(stringLiteral title: String) {
      self.title = title
    }

    static func number(_ title: String) -> Heading {
      var heading = Heading(stringLiteral: title)
      heading.isNumber = true
      return heading
    }
  }

  init(_ headings: [Heading]) {
    self.headings = headings
  }

  var isEmpty: Bool { rows.isEmpty }

  /// An empty value is shown as `-`. Values beyond the last heading are left out.
  mutating func add(_ values: [String]) {
    rows.append(values.prefix(headings.count).map { $0.isEmpty ? "-" : $0.onOneLine })
  }

  /// The headings, then a line a row, without spaces at the ends.
  var lines: [String] {
    let lines = [headings.map(\.title)] + rows
    let widths = headings.indices.map { column in
      lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return lines.map { line in
      let cells = line.indices.map { column in
        line[column].padded(to: widths[column], atStart: headings[column].isNumber)
      }
      return cells.joined(separator: "  ").trimmedEnd
    }
  }
}

extension String {
  /// The text with a space in place of every line break and tab.
  var onOneLine: String {
    guard contains(where: { $0.isNewline || $0 == "\t" }) else { return self }
    return String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  fileprivate func padded(to width: Int, atStart: Bool) -> String {
    let spaces = String(repeating: " ", count: max(width - count, 0))
    return atStart ? spaces + self : self + spaces
  }

  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
