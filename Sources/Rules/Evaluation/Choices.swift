/// Which way an evaluation goes where several are possible.
///
/// The evaluation is straight code that asks for a number where it could go on in several ways. It is
/// run again for each sequence of answers: the first run gets nothing but zeros.
struct Choices {
  private var script: [Int]
  /// How many ways there were each time.
  private var counts: [Int] = []

  init(_ script: [Int] = []) {
    self.script = script
  }

  /// A number below `count`.
  mutating func next(_ count: Int) -> Int {
    let place = counts.count
    counts.append(count)
    if place == script.count { script.append(0) }
    return min(script[place], count - 1)
  }

  /// For the run after this one; `nil` if all ways have been gone.
  var successor: Choices? {
    var script = Array(script.prefix(counts.count))
    while let last = script.popLast() {
      if last + 1 < counts[script.count] { return Choices(script + [last + 1]) }
    }
    return nil
  }
}
