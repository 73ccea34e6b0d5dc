/// How a whole divides: a row of blocks.
public struct Bar {
  public struct Part {
    var amount: Double
    var mark: Character
    var style: Style

    public init(_ amount: Double, _ mark: Character = Glyph.full, _ style: Style = .plain) {
      self.amount = amount.isFinite ? max(amount, 0) : 0
      self.mark = mark
      self.style = style
    }
  }

  public var parts: [Part]
  public var whole: Double

  /// What the parts leave of the whole is free.
  public init(_ parts: [Part], of whole: Double) {
    self.parts = parts
    self.whole = whole
  }

  /// Draws it across the first row of a region. A part above zero always shows.
  public func draw(on frame: inout Frame, in region: Region) {
    frame.fill(region.top(1).top, with: Glyph.empty, style: .dim)
    guard whole > 0, whole.isFinite else { return }
    var left = 0
    for part in parts where part.amount > 0 {
      let share = min(part.amount / whole, 1) * Double(region.columns)
      let width = max(Int(share.rounded()), 1)
      let place = region.inset(left: left).top(1).top
      frame.fill(place.left(width).left, with: part.mark, style: part.style)
      left = min(left + width, region.columns)
    }
  }
}
