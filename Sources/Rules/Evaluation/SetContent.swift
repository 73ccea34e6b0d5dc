import Netlink

/// A set or map with its elements, to look things up in.
struct SetContent: Sendable {
  var flags: NftSet.Flags
  /// Of a key and of its data, in bytes.
  var keyLength: Int
  var dataLength: Int
  var objectType: UInt32?
  /// Of the parts of a concatenated key with their padding, in bytes.
  private var parts: [Int]
  private var entries: [Entry] = []
  private var catchAll: NftSet.Element?
  /// Places of entries by their keys, in a set without ranges.
  private var places: [[UInt8]: Int] = [:]

  struct Entry: Sendable {
    var low: [UInt8]
    var high: [UInt8]
    var element: NftSet.Element
  }

  init(_ set: NftSet) {
    flags = set.flags
    keyLength = Int(set.keyLength)
    dataLength = Int(set.dataLength)
    objectType = set.objectType
    let lengths = set.partLengths.map { (Int($0) + 3) / 4 * 4 }
    parts = lengths.count > 1 && lengths.reduce(0, +) == keyLength ? lengths : [keyLength]
    if hasRanges {
      addRanges(set.elements)
    } else {
      for element in set.elements { add(element) }
    }
  }

  private var hasRanges: Bool { flags.contains(.interval) }

  /// Adds what a rule adds, or takes the place of what is there.
  mutating func add(_ element: NftSet.Element) {
    guard !element.isCatchAll else {
      catchAll = element
      return
    }
    remove(element.key)
    places[element.key] = entries.count
    entries.append(
      Entry(low: element.key, high: element.keyEnd ?? element.key, element: element))
  }

  mutating func remove(_ key: [UInt8]) {
    guard let place = places.removeValue(forKey: key) else { return }
    entries.swapAt(place, entries.count - 1)
    entries.removeLast()
    if place < entries.count { places[entries[place].low] = place }
  }

  /// An interval set lists the first key of each range and the first one after it, or both ends in
  /// one element.
  private mutating func addRanges(_ elements: [NftSet.Element]) {
    for (place, element) in elements.enumerated() where !element.isIntervalEnd {
      guard !element.isCatchAll else {
        catchAll = element
        continue
      }
      var high = element.keyEnd
      if high == nil, parts.count == 1 {
        let next = elements[(place + 1)...].first { !$0.isCatchAll }?.key
        high = next.map(predecessor) ?? [UInt8](repeating: 0xff, count: element.key.count)
      }
      entries.append(Entry(low: element.key, high: high ?? element.key, element: element))
    }
  }
}

extension SetContent {
  enum Answer {
    case found(NftSet.Element)
    case absent
    /// One of these, or none where `nil` is among them.
    case open([NftSet.Element?])
  }

  func look(for key: PartialBytes) -> Answer {
    if key.isKnown, !hasRanges {
      if let place = places[key.bytes] { return .found(entries[place].element) }
      return catchAll.map(Answer.found) ?? .absent
    }
    if key.isKnown, parts.count == 1 { return search(key) }
    return scan(key)
  }

  /// Ranges are sorted by their first keys, and do not overlap.
  private func search(_ key: PartialBytes) -> Answer {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(key.bytes, entries[middle].low) { high = middle } else { low = middle + 1 }
    }
    if low > 0, !precedes(entries[low - 1].high, key.bytes) {
      return .found(entries[low - 1].element)
    }
    return catchAll.map(Answer.found) ?? .absent
  }

  private func scan(_ key: PartialBytes) -> Answer {
    var possible: [NftSet.Element?] = []
    for entry in entries {
      switch fits(key, entry) {
      case true?:
        return possible.isEmpty ? .found(entry.element) : .open(possible + [entry.element])
      case nil: possible.append(entry.element)
      case false?: break
      }
    }
    if possible.isEmpty { return catchAll.map(Answer.found) ?? .absent }
    return .open(possible + [catchAll])
  }

  private func fits(_ key: PartialBytes, _ entry: Entry) -> Bool? {
    var offset = 0
    var isCertain = true
    for length in parts {
      let end = offset + length
      guard entry.low.count >= end, entry.high.count >= end else { return false }
      let fit = key.part(offset, length).lies(
        from: Array(entry.low[offset..<end]), to: Array(entry.high[offset..<end]))
      if fit == false { return false }
      if fit == nil { isCertain = false }
      offset = end
    }
    return isCertain ? true : nil
  }
}

/// The number one below, as bytes of the same length.
private func predecessor(_ bytes: [UInt8]) -> [UInt8] {
  var copy = bytes
  for index in copy.indices.reversed() {
    copy[index] &-= 1
    if copy[index] != 0xff { break }
  }
  return copy
}
