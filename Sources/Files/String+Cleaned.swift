extension String {
  /// The text with everything replaced that a terminal would obey or hide: control characters,
  /// direction overrides, joiners and spaces of no width. At most 512 code points.
  var cleaned: String {
    let printable = unicodeScalars.lazy.map { $0.isPlain ? $0 : "\u{fffd}" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: printable.prefix(512))
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
