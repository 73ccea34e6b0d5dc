/// Many ranges in the order of their addresses: finds the one that an address lies in, and two that overlap,
/// without going through all of them each time.
public struct RangeIndex: Hashable, Sendable {
  private struct Entry: Hashable {
    var range: AddressRange
    var place: Int
  }

  private let entries: [Entry]

  /// Sorts them; a range is known by its place in the row from then on.
  public init(_ ranges: some Sequence<AddressRange>) {
    entries = ranges.enumerated().map { Entry(range: $1, place: $0) }
      .sorted { ($0.range.first, $0.place) < ($1.range.first, $1.place) }
  }

  /// The place of the range that has the address. Where ranges overlap, of the last one that could.
  public func place(of address: IPAddress) -> Int? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].range.first <= address { low = middle + 1 } else { high = middle }
    }
    guard low > 0, entries[low - 1].range.contains(address) else { return nil }
    return entries[low - 1].place
  }

  /// The places of two ranges that overlap, the smaller first; `nil` where no two do.
  public var overlap: (Int, Int)? {
    guard var widest = entries.first else { return nil }
    for entry in entries.dropFirst() {
      if widest.range.overlaps(entry.range) {
        return (min(widest.place, entry.place), max(widest.place, entry.place))
      }
      widest = entry
    }
    return nil
  }
}
