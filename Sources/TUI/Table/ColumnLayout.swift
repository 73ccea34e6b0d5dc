/// Which columns show in so much room, and how wide.
struct ColumnLayout: Equatable {
  struct Place: Equatable {
    /// Of the column in the list of all.
    var index: Int
    /// From the left of the table.
    var left: Int
    var width: Int
  }

  private(set) var places: [Place] = []
  static let gap = 2

  init(_ widths: [(least: Int, ideal: Int, most: Int)], priorities: [Int], room: Int) {
    var shown = Array(widths.indices)
    func taken(_ shown: [Int]) -> Int {
      shown.reduce(Self.gap * max(shown.count - 1, 0)) { $0 + widths[$1].least }
    }
    while shown.count > 1, taken(shown) > room {
      guard
        let least = shown.lastIndex(where: { index in
          shown.allSatisfy { priorities[index] <= priorities[$0] }
        })
      else { break }
      shown.remove(at: least)
    }

    var spare = max(room - taken(shown), 0)
    var given = shown.map { widths[$0].least }
    for limit in [shown.map { widths[$0].ideal }, shown.map { widths[$0].most }] {
      while spare > 0,
        let neediest = given.indices.max(by: {
          limit[$0] - given[$0] < limit[$1] - given[$1]
        }), given[neediest] < limit[neediest]
      {
        given[neediest] += 1
        spare -= 1
      }
    }

    var left = 0
    for (index, width) in zip(shown, given) {
      places.append(Place(index: index, left: left, width: width))
      left += width + Self.gap
    }
  }
}
