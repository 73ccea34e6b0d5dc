/// Characters that take two columns: East Asian Width W and F (UAX #11).
@usableFromInline enum WideCharacters {
  @usableFromInline static func contains(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }
}

extension CleanText.Element {
  /// The columns of a terminal that it takes. Ambiguous widths count as one.
  @inlinable public var width: Int {
    base.value >= 0x1100 && WideCharacters.contains(base) ? 2 : 1
  }
}

extension String {
  /// The columns of a terminal that its cleaned form takes.
  public var width: Int {
    CleanText(self).reduce(0) { $0 + $1.width }
  }
}
