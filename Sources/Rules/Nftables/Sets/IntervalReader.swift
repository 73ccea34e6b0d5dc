import Netlink

/// Ranges of keys out of the elements of an interval set: it lists the first key of each range, and the
/// first one after it.
struct IntervalReader {
  private let elements: [NftSet.Element]

  init(_ elements: [NftSet.Element]) {
    self.elements = elements.filter { !$0.isCatchAll }
  }

  struct Range {
    let low: Value
    let high: Value
    let element: NftSet.Element
  }

  var ranges: [Range] {
    elements.indices.compactMap { index in
      let element = elements[index]
      guard !element.isIntervalEnd else { return nil }
      let low = Value(element.key)
      let next = elements.index(after: index)
      guard next < elements.endIndex else {
        return Range(low: low, high: Value.ones(low.bits), element: element)
      }
      let end = Value(elements[next].key).number
      return Range(low: low, high: Value(end &- 1, bits: low.bits), element: element)
    }
  }
}
