/// The course of an amount, newest last.
public struct Sparkline {
  public var values: [Double]
  /// What the highest block stands for; the largest value shown unless said otherwise.
  public var peak: Double?

  public init(_ values: [Double], peak: Double? = nil) {
    self.values = values
    self.peak = peak
  }

  /// The newest values, a character each, in exactly `columns`; the right end is now.
  public func text(columns: Int) -> String {
    let shown = values.suffix(max(columns, 0)).map { $0.isFinite ? max($0, 0) : 0 }
    let peak = max(self.peak ?? 0, shown.max() ?? 0)
    let steps = Double(Glyph.sparks.count - 1)
    let blocks = shown.map { value in
      Glyph.sparks[peak > 0 ? Int((value / peak * steps).rounded(.up)) : 0]
    }
    return String(blocks).padded(to: columns, .right)
  }
}
