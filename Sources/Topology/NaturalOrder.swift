extension String {
  /// Whether it comes first where numbers in texts count as numbers: `web-9` before `web-10`.
  public func precedesNaturally(_ other: String) -> Bool {
    var left = utf8[...]
    var right = other.utf8[...]
    while let first = left.first, let second = right.first {
      let (number, another) = (left.takeDigits(), right.takeDigits())
      if number.isEmpty || another.isEmpty {
        if first != second { return first < second }
        if number.isEmpty { left.removeFirst() }
        if another.isEmpty { right.removeFirst() }
      } else if number.count != another.count {
        return number.count < another.count
      } else if !number.elementsEqual(another) {
        return number.lexicographicallyPrecedes(another)
      }
    }
    return left.isEmpty && !right.isEmpty
  }
}

extension Substring.UTF8View {
  /// Takes the digits it begins with, without leading zeros.
  fileprivate mutating func takeDigits() -> Substring.UTF8View {
    let digits = prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    self = self[digits.endIndex...]
    return digits.drop { $0 == UInt8(ascii: "0") }
  }
}
