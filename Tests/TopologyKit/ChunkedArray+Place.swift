public import Topology

extension ChunkedArray {
  /// By the number of its place, from 0: tests have few.
  public subscript(place: Int) -> Element {
    get { self[index(startIndex, offsetBy: place)] }
    set { self[index(startIndex, offsetBy: place)] = newValue }
  }

  public mutating func append(_ elements: [Element]) {
    for element in elements { append(element) }
  }
}
