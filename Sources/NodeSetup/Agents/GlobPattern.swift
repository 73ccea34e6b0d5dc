/// A pattern for one name, as Go has it (path/filepath, `Match`): `*` stands for any signs, a leading dot among
/// them, `?` for one, `[a-z]` and `[^a-z]` for one of a class; `\\` takes what follows as it is. Braces and `**`
/// mean nothing.
struct GlobPattern {
  private enum Part {
    case anything
    case one
    case sign(Unicode.Scalar)
    case oneOf([(Unicode.Scalar, Unicode.Scalar)], isNegated: Bool)

    func admits(_ sign: Unicode.Scalar) -> Bool {
      switch self {
      case .anything, .one: true
      case .sign(let own): own == sign
      case .oneOf(let ranges, let isNegated):
        ranges.contains { $0.0 <= sign && sign <= $0.1 } != isNegated
      }
    }

    var isAnything: Bool {
      if case .anything = self { true } else { false }
    }
  }

  private var parts: [Part] = []

  /// Whether a text is more than a name.
  static func isPattern(_ text: some StringProtocol) -> Bool {
    text.utf8.contains { #"*?[\"#.utf8.contains($0) }
  }

  /// `nil` for a class without an end, and for a last sign that takes the next as it is.
  init?(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let sign = rest.popFirst() {
      switch sign {
      case "*": parts.append(.anything)
      case "?": parts.append(.one)
      case "[":
        guard let part = Self.oneOf(&rest) else { return nil }
        parts.append(part)
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        parts.append(.sign(next))
      case _: parts.append(.sign(sign))
      }
    }
  }

  private static func oneOf(_ rest: inout Substring.UnicodeScalarView) -> Part? {
    let isNegated = rest.first == "^"
    if isNegated { rest.removeFirst() }
    var ranges: [(Unicode.Scalar, Unicode.Scalar)] = []
    while ranges.isEmpty || rest.first != "]" {
      guard let low = bound(&rest) else { return nil }
      var high = low
      if rest.first == "-" {
        rest.removeFirst()
        guard let end = bound(&rest) else { return nil }
        high = end
      }
      ranges.append((low, high))
    }
    rest.removeFirst()
    return .oneOf(ranges, isNegated: isNegated)
  }

  private static func bound(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard let sign = rest.popFirst(), sign != "-", sign != "]" else { return nil }
    return sign == "\\" ? rest.popFirst() : sign
  }

  /// Whether the whole name is meant. Goes back to the last `*` alone, so it takes no longer than both lengths
  /// multiplied.
  func matches(_ name: String) -> Bool {
    let signs = Array(name.unicodeScalars)
    var (place, part) = (0, 0)
    var retry: (place: Int, part: Int)?
    while place < signs.count {
      if part < parts.count, parts[part].isAnything {
        retry = (place, part + 1)
        part += 1
      } else if part < parts.count, parts[part].admits(signs[place]) {
        place += 1
        part += 1
      } else if let last = retry {
        retry = (last.place + 1, last.part)
        (place, part) = (last.place + 1, last.part)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy(\.isAnything)
  }
}
