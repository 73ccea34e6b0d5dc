/// An array in chunks that its copies share.
///
/// A change copies one chunk and not a hundred thousand elements, and two copies are compared chunk by
/// chunk, at once where they share it.
public struct ChunkedArray<Element: Equatable & Sendable>: Sendable {
  /// None is empty.
  @usableFromInline var chunks: [[Element]] = []
  @usableFromInline var length = 0

  /// As many elements as a chunk gets; after insertions it has up to twice as many.
  @usableFromInline static var chunkSize: Int { 128 }

  public init() {}

  public init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  @inlinable public mutating func append(_ element: consuming Element) {
    if chunks.isEmpty || chunks[chunks.count - 1].count >= Self.chunkSize {
      chunks.append([])
      // Most arrays are short; one that is not fills its chunks.
      if length > 0 { chunks[chunks.count - 1].reserveCapacity(Self.chunkSize) }
    }
    chunks[chunks.count - 1].append(element)
    length += 1
  }

  /// Gives back what the last chunk has beyond its elements.
  public mutating func trim() {
    guard let last = chunks.indices.last, chunks[last].capacity > chunks[last].count else { return }
    let elements = chunks[last]
    chunks[last] = []
    chunks[last].reserveCapacity(elements.count)
    chunks[last].append(contentsOf: elements)
  }

  /// Inserts before `position`, which may be the end.
  public mutating func insert(_ element: Element, at position: Index) {
    guard position.chunk < chunks.count else { return append(element) }
    length += 1
    chunks[position.chunk].insert(element, at: position.offset)
    guard chunks[position.chunk].count > 2 * Self.chunkSize else { return }
    let tail = Array(chunks[position.chunk][Self.chunkSize...])
    chunks[position.chunk].removeLast(tail.count)
    chunks.insert(tail, at: position.chunk + 1)
  }

  @discardableResult
  public mutating func remove(at position: Index) -> Element {
    length -= 1
    let removed = chunks[position.chunk].remove(at: position.offset)
    if chunks[position.chunk].isEmpty { chunks.remove(at: position.chunk) }
    return removed
  }
}

extension ChunkedArray: BidirectionalCollection, MutableCollection {
  public var count: Int { length }

  /// Goes through chunk after chunk.
  public struct Iterator: IteratorProtocol {
    @usableFromInline var chunks: [[Element]].Iterator
    @usableFromInline var elements: [Element].Iterator

    @inlinable init(_ chunks: [[Element]]) {
      self.chunks = chunks.makeIterator()
      elements = [].makeIterator()
    }

    @inlinable public mutating func next() -> Element? {
      while true {
        if let element = elements.next() { return element }
        guard let chunk = chunks.next() else { return nil }
        elements = chunk.makeIterator()
      }
    }
  }

  @inlinable public func makeIterator() -> Iterator { Iterator(chunks) }

  public struct Index: Comparable, Sendable {
    fileprivate var chunk: Int
    fileprivate var offset: Int

    public static func < (left: Index, right: Index) -> Bool {
      (left.chunk, left.offset) < (right.chunk, right.offset)
    }
  }

  public var startIndex: Index { Index(chunk: 0, offset: 0) }
  public var endIndex: Index { Index(chunk: chunks.count, offset: 0) }

  public func index(after index: Index) -> Index {
    index.offset + 1 < chunks[index.chunk].count
      ? Index(chunk: index.chunk, offset: index.offset + 1)
      : Index(chunk: index.chunk + 1, offset: 0)
  }

  public func index(before index: Index) -> Index {
    index.offset > 0
      ? Index(chunk: index.chunk, offset: index.offset - 1)
      : Index(chunk: index.chunk - 1, offset: chunks[index.chunk - 1].count - 1)
  }

  public subscript(position: Index) -> Element {
    get { chunks[position.chunk][position.offset] }
    _modify { yield &chunks[position.chunk][position.offset] }
  }
}

extension ChunkedArray: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension ChunkedArray: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    guard left.count == right.count else { return false }
    let middle = left.middle(since: right)
    return middle.old.isEmpty && middle.new.isEmpty
  }

  /// What lies between the beginning and the end that both have in common.
  public func difference(from old: Self) -> (removed: [Element], added: [Element]) {
    let middle = middle(since: old)
    return (Array(middle.old), Array(middle.new))
  }

  /// Where two arrays differ: so many chunks at either end are the same, and of those between them all
  /// but these elements.
  fileprivate struct Middle {
    var start: Int
    var end: Int
    var old: ArraySlice<Element>
    var new: ArraySlice<Element>
  }

  fileprivate func middle(since old: Self) -> Middle {
    let start = Self.commonCount(chunks, old.chunks)
    let end = Self.commonCount(chunks[start...].reversed(), old.chunks[start...].reversed())
    let new = chunks[start..<chunks.count - end].flatMap(\.self)
    let old = old.chunks[start..<old.chunks.count - end].flatMap(\.self)
    let head = Self.commonCount(new, old)
    let tail = Self.commonCount(new[head...].reversed(), old[head...].reversed())
    return Middle(
      start: start, end: end, old: old[head..<old.count - tail], new: new[head..<new.count - tail])
  }

  /// How many elements both begin with.
  private static func commonCount<Item: Equatable>(
    _ first: some Sequence<Item>, _ second: some Sequence<Item>
  ) -> Int {
    var others = second.makeIterator()
    var count = 0
    for item in first {
      guard item == others.next() else { break }
      count += 1
    }
    return count
  }
}

extension ChunkedArray {
  /// Changes the elements that are concerned, but those only that `old` has not too: the others are taken
  /// from `made`, which was made of `old` in the same way. Chunks in which nothing changes stay shared.
  public func map(
    after old: Self?, made: Self?, where isConcerned: (Element) -> Bool,
    _ change: (inout Element) -> Void
  ) -> Self {
    var new = self
    guard let old, let made, made.chunks.map(\.count) == old.chunks.map(\.count) else {
      new.change(chunks.indices, where: isConcerned, change)
      return new
    }
    let middle = middle(since: old)
    new.chunks.replaceSubrange(..<middle.start, with: made.chunks[..<middle.start])
    new.chunks.replaceSubrange(
      (chunks.count - middle.end)..., with: made.chunks.suffix(middle.end))
    new.change(middle.start..<chunks.count - middle.end, middle, made, where: isConcerned, change)
    return new
  }

  private mutating func change(
    _ places: Range<Int>, where isConcerned: (Element) -> Bool, _ change: (inout Element) -> Void
  ) {
    for chunk in places {
      for offset in chunks[chunk].indices where isConcerned(chunks[chunk][offset]) {
        change(&chunks[chunk][offset])
      }
    }
  }

  /// Takes what comes before and after the middle from `made`, and changes the middle.
  private mutating func change(
    _ places: Range<Int>, _ middle: Middle, _ made: Self, where isConcerned: (Element) -> Bool,
    _ change: (inout Element) -> Void
  ) {
    let taken = made.chunks[middle.start..<made.chunks.count - middle.end].flatMap(\.self)
    let length = chunks[places].reduce(0) { $0 + $1.count }
    var place = 0
    for chunk in places {
      for offset in chunks[chunk].indices {
        if place < middle.new.startIndex {
          chunks[chunk][offset] = taken[place]
        } else if place >= middle.new.endIndex {
          chunks[chunk][offset] = taken[taken.count - (length - place)]
        } else if isConcerned(chunks[chunk][offset]) {
          change(&chunks[chunk][offset])
        }
        place += 1
      }
    }
  }
}
