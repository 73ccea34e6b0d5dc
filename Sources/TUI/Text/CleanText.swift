/// Text as a terminal may be given it: a sequence of characters with the columns each takes.
///
/// The one place where hostile text becomes harmless. Control characters become their pictures (`␛`), invisible,
/// direction-changing and unassigned ones a `·`, and what was no Unicode a `?`.
/// A combining mark joins the character before it. Ambiguous widths count as one column.
struct CleanText: Sequence, IteratorProtocol {
  struct Element {
    var character: Character
    var width: Int
  }

  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?
  /// More marks than this on one character are shown beside it instead.
  private static let marksPerCharacter = 3

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
  }

  mutating func next() -> Element? {
    guard let scalar = ahead else { return nil }
    ahead = scalars.next()
    var element = Self.element(scalar)
    if let following = ahead, following.value >= 0x300 { joinMarks(to: &element) }
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
    case 0x20..<0x7f: Element(character: Character(scalar), width: 1)
    case 0..<0x20: Element(character: picture(scalar), width: 1)
    case 0x7f: Element(character: "␡", width: 1)
    case 0xfffd: Element(character: "?", width: 1)
    case 0xa1..<0xad, 0xae..<0x300, 0x2500..<0x25fd: Element(character: Character(scalar), width: 1)
    default: other(scalar)
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> Element {
    if isMark(scalar) || isInvisible(scalar) { return Element(character: "·", width: 1) }
    return Element(character: Character(scalar), width: WideCharacters.contains(scalar) ? 2 : 1)
  }

  /// The control pictures of Unicode stand in the order of the controls.
  private static func picture(_ control: Unicode.Scalar) -> Character {
    Unicode.Scalar(0x2400 + control.value).map(Character.init) ?? "·"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    if (0x1160...0x11ff).contains(scalar.value) { return true }  // Hangul vowels and finals
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    return invisible.contains(scalar.properties.generalCategory)
  }

  private static let invisible: Set<Unicode.GeneralCategory> = [
    .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
    .spaceSeparator,
  ]
}
