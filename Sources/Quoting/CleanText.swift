/// Text as a terminal may be given it, character by character.
///
/// The one place where hostile text becomes harmless for people. Control characters become their
/// pictures (`␛`), invisible, direction-changing and unassigned ones a `·`, and what was no Unicode
/// a `?`. A combining mark joins the character before it.
///
/// Plain ASCII is inlined: every cell of a frame comes through here.
@frozen public struct CleanText: Sequence, IteratorProtocol {
  @frozen public struct Element {
    public var character: Character
    /// What its marks stand on: its first code point.
    public let base: Unicode.Scalar

    @inlinable init(_ scalar: Unicode.Scalar) {
      character = Character(scalar)
      base = scalar
    }
  }

  @usableFromInline var scalars: String.UnicodeScalarView.Iterator
  @usableFromInline var ahead: Unicode.Scalar?
  /// More marks than this on one character are shown beside it instead.
  private static let marksPerCharacter = 3

  @inlinable public init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
  }

  @inlinable public mutating func next() -> Element? {
    guard let scalar = ahead else { return nil }
    ahead = scalars.next()
    let mayHaveMarks = (ahead?.value ?? 0) >= 0x300
    return 0x20..<0x7f ~= scalar.value && !mayHaveMarks
      ? Element(scalar) : element(scalar, mayHaveMarks: mayHaveMarks)
  }

  @usableFromInline mutating func element(
    _ scalar: Unicode.Scalar, mayHaveMarks: Bool
  ) -> Element {
    var element = Self.element(scalar)
    if mayHaveMarks { joinMarks(to: &element) }
    return element
  }

  private mutating func joinMarks(to element: inout Element) {
    for _ in 0..<Self.marksPerCharacter {
      guard let mark = ahead, Self.isMark(mark) else { return }
      let joined = String(element.character) + String(mark)
      guard joined.count == 1 else { return }
      element.character = Character(joined)
      ahead = scalars.next()
    }
  }

  private static func element(_ scalar: Unicode.Scalar) -> Element {
    switch scalar.value {
    case 0x20..<0x7f: Element(scalar)
    case 0..<0x20: Element(picture(scalar))
    case 0x7f: Element("␡")
    case 0xfffd: Element("?")
    case 0xa1..<0xad, 0xae..<0x300, 0x2500..<0x25fd: Element(scalar)
    default: Element(scalar.isSeen || isSpacingMark(scalar) ? scalar : "·")
    }
  }

  /// The control pictures of Unicode stand in the order of the controls.
  private static func picture(_ control: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(0x2400 + control.value) ?? "·"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    if (0x1160...0x11ff).contains(scalar.value) { return true }  // Hangul vowels and finals
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  /// A mark that takes a place of its own.
  private static func isSpacingMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spacingMark
  }
}

extension String {
  /// The text with everything a terminal might obey or hide made visible. Everything the program
  /// prints that it did not write itself passes through here.
  public var cleaned: String {
    if utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return self }
    return CleanText(self).reduce(into: "") { $0.append($1.character) }
  }

  /// The same of its first `limit` characters.
  public func cleaned(limit: Int) -> String {
    CleanText(self).prefix(limit).reduce(into: "") { $0.append($1.character) }
  }

  /// The text with a space in place of every line break and tab.
  public var onOneLine: String {
    guard contains(where: { $0.isNewline || $0 == "\t" }) else { return self }
    return String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
