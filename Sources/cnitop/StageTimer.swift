/// How long the stages of a command took.
struct StageTimer {
  private var last = ContinuousClock.now
  private var stages: [(String, Duration)] = []

  mutating func finish(_ stage: String) {
    let now = ContinuousClock.now
    stages.append((stage, now - last))
    last = now
  }

  /// `read 41.2 ms, put together 7.9 ms`
  var summary: String {
    stages.map { name, duration in
      let tenths = Int(duration / .microseconds(100))
      return "\(name) \(tenths / 10).\(tenths % 10) ms"
    }.joined(separator: ", ")
  }
}
