import Quoting

/// Keys and what they do, in as many columns as fit.
public struct HelpList {
  public struct Entry {
    var keys: String
    var help: String

    public init(_ keys: [Key], _ help: String) {
      self.init(keys.map(\.name).joined(separator: " "), help)
    }

    public init(_ keys: String, _ help: String) {
      self.keys = keys
      self.help = help
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  public func draw(on frame: inout Frame, in region: Region) {
    let keys = entries.map(\.keys.width).max() ?? 0
    let width = keys + 2 + (entries.map(\.help.width).max() ?? 0) + 3
    let fitting = (region.columns + 3) / max(width, 1)
    let needed = (entries.count + region.rows - 1) / max(region.rows, 1)
    let columns = max(fitting, needed, 1)
    let rows = (entries.count + columns - 1) / columns
    let room = min(width, (region.columns + 3) / columns)
    for (index, entry) in entries.enumerated() {
      let place = region.inset(top: index % rows, left: index / rows * room).top(1).top
      frame.write(entry.keys, style: .key, in: place)
      frame.write(entry.help.fitted(to: max(room - keys - 3, 0)), column: keys + 2, in: place)
    }
  }
}
