/// How the pods of a bridge stand below it: beside each other, or in two tiers, where the cables of
/// the lower one pass between the boxes of the upper.
struct PodGrid {
  /// Of a box; even, so that a cable in its middle passes between two others.
  var width: Int
  var height: Int
  var tiers: Int

  /// The rows that a cable is seen on.
  static let cableRows = 2
  static let gap = 2
  private static let widths = 16...30
  /// The columns that one more pod takes at least.
  static let leastStep = (widths.lowerBound + gap) / 2

  /// All there are, the best first: `ideal` columns show every name whole, and a box would like so
  /// many lines.
  static func all(ideal: Int, lines: Int) -> [PodGrid] {
    let ideal = min(max(ideal, widths.lowerBound), widths.upperBound)
    let heights = (5...max(lines + 2, 5)).reversed()
    return (1...2).flatMap { tiers in
      stride(from: ideal + ideal % 2, through: widths.lowerBound, by: -2).flatMap { width in
        heights.map { PodGrid(width: width, height: $0, tiers: tiers) }
      }
    }
  }

  private var step: Int { (width + Self.gap) / tiers }

  func columns(for count: Int) -> Int { count == 0 ? 0 : (count - 1) * step + width }

  /// The rows below a bridge.
  func rows(for count: Int) -> Int { min(count, tiers) * (Self.cableRows + height) }

  func left(of index: Int) -> Int { index * step }

  /// The rows between a bridge and a pod.
  func drop(of index: Int) -> Int {
    Self.cableRows + index % tiers * (Self.cableRows + height)
  }
}
