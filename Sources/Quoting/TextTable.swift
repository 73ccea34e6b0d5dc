/// Rows of text in columns as wide as what is in them, two spaces apart, without borders: for what a
/// command prints and what a screen is kept as.
public struct TextTable {
  private let headings: [Heading]
  /// What stands for an empty text.
  private let placeholder: String
  private var rows: [[String]] = []

  /// A column's title, and whether its values are numbers, which end at the same place.
  public struct Heading: ExpressibleByStringLiteral {
    var title: String
    var isNumber: Bool

    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }

    public init(stringLiteral title: String) {
      self.init(title)
    }

    public static func number(_ title: String) -> Heading { Heading(title, isNumber: true) }
  }

  public init(_ headings: [Heading], placeholder: String = "-") {
    self.headings = headings
    self.placeholder = placeholder
  }

  public var isEmpty: Bool { rows.isEmpty }

  /// Adds a row, each text on one line. Texts beyond the last heading are left out.
  public mutating func add(_ texts: [String]) {
    rows.append(texts.prefix(headings.count).map { $0.isEmpty ? placeholder : $0.onOneLine })
  }

  /// The headings, then a line a row, without spaces at the ends. The text is as hostile as what is in it.
  public var lines: [String] {
    let lines = [headings.map(\.title)] + rows
    let widths = headings.indices.map { column in
      lines.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    return lines.map { line in
      let cells = line.indices.map { column in
        let text = line[column]
        let blanks = String(repeating: " ", count: max(widths[column] - text.width, 0))
        return headings[column].isNumber ? blanks + text : text + blanks
      }
      return cells.joined(separator: "  ").trimmedEnd
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
