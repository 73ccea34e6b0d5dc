extension Unicode.Scalar {
  /// Whether every terminal shows it as it is, in a place of its own: a letter, digit, sign or the space.
  var isSeen: Bool {
    if isASCII { return value >= 0x20 && value != 0x7f }
    let joinsInHangul = (0x1160...0x11ff).contains(value)
    guard self != "\u{fffd}", !joinsInHangul, !properties.isDefaultIgnorableCodePoint
    else { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    case .nonspacingMark, .spacingMark, .enclosingMark, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned:
      return false
    @unknown default: return false
    }
  }

  /// Whether it steers a terminal or a text instead of being seen: control and format characters.
  var isHidden: Bool {
    if isASCII { return value < 0x20 || value == 0x7f }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return true
    case _: return false
    }
  }
}
