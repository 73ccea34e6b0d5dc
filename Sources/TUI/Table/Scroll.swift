/// Which part of a long list shows.
public enum Scroll {
  /// The first row to show of `count` where `room` fit: `first` if it can stay, or as near to it as
  /// keeps the selected row in sight and the room filled.
  public static func first(
    keeping selection: Int?, near first: Int = 0, count: Int, room: Int
  ) -> Int {
    let last = max(count - room, 0)
    var first = min(max(first, 0), last)
    if let selection, room > 0 {
      first = min(max(first, selection - room + 1), max(selection, 0))
    }
    return min(max(first, 0), last)
  }
}
