extension String {
  /// Whether it comes first where numbers in texts count as numbers: `web-9` before `web-10`.
  public func precedesNaturally(_ other: String) -> Bool {
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    var (here, there) = (0, 0)
    while here < left.count, there < right.count {
      if !left[here].isDigit || !right[there].isDigit {
        if left[here] != right[there] { return left[here] < right[there] }
        (here, there) = (here + 1, there + 1)
      } else {
        let (digits, others) = (left.digits(at: here), right.digits(at: there))
        let (number, another) = (left.withoutZeros(digits), right.withoutZeros(others))
        if number.count != another.count { return number.count < another.count }
        for (one, two) in zip(number, another) where left[one] != right[two] {
          return left[one] < right[two]
        }
        (here, there) = (digits.upperBound, others.upperBound)
      }
    }
    return here == left.count && there < right.count
  }
}

extension Span<UInt8> {
  /// Where the digits that begin here stand.
  fileprivate func digits(at start: Int) -> Range<Int> {
    var end = start
    while end < count, self[end].isDigit { end += 1 }
    return start..<end
  }

  fileprivate func withoutZeros(_ digits: Range<Int>) -> Range<Int> {
    var start = digits.lowerBound
    while start < digits.upperBound, self[start] == UInt8(ascii: "0") { start += 1 }
    return start..<digits.upperBound
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
