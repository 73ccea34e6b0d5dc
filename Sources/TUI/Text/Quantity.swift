/// Numbers as people read them. All are short, ASCII but for the unit's space, and align to the right.
public enum Quantity {
  /// A whole number in groups of three: `1 204`.
  public static func count(_ number: UInt64) -> String {
    let digits = String(number)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(" ") }
      grouped.append(digit)
    }
    return grouped
  }

  /// A number in at most five characters: `910`, `12.1k`, `3.0M`, `120M`. Steps of 1000.
  public static func short(_ number: UInt64) -> String {
    scaled(Double(number), step: 1000, units: ["", "k", "M", "G", "T", "P", "E"])
  }

  /// Bytes in steps of 1024: `910 B`, `12.1 KiB`, `3.0 MiB`.
  public static func bytes(_ number: UInt64) -> String {
    scaled(
      Double(number), step: 1024, units: [" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"])
  }

  /// Something per second: `0.2`, `12.0`, `910`, `12.1k`. What cannot be a rate is `–`.
  public static func rate(_ perSecond: Double) -> String {
    guard (0..<largest).contains(perSecond) else { return "–" }
    if perSecond < 99.95 { return tenths(perSecond) }
    return scaled(perSecond, step: 1000, units: ["", "k", "M", "G", "T", "P", "E"])
  }

  /// Bytes per second in steps of 1000: `910 B/s`, `84.0 kB/s`, `1.2 MB/s`.
  public static func byteRate(_ perSecond: Double) -> String {
    guard (0..<largest).contains(perSecond) else { return "–" }
    return scaled(
      perSecond, step: 1000, units: [" B/s", " kB/s", " MB/s", " GB/s", " TB/s", " PB/s", " EB/s"])
  }

  /// An age in its largest unit: `3s`, `5m`, `2h`, `4d`. What has yet to be is `0s`.
  public static func age(_ duration: Duration) -> String {
    let seconds = max(duration.components.seconds, 0)
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m"
    case ..<86_400: return "\(seconds / 3600)h"
    default: return "\(seconds / 86_400)d"
    }
  }

  /// A time to come, in words: `5 min`, `3 h`, `12 days`.
  public static func roughly(_ duration: Duration) -> String {
    let minutes = (max(duration.components.seconds, 0) + 30) / 60
    switch minutes {
    case ..<1: return "a minute"
    case ..<90: return "\(minutes) min"
    case ..<2880: return "\((minutes + 30) / 60) h"
    default: return "\((minutes + 720) / 1440) days"
    }
  }

  /// No counter of 64 bits grows faster.
  private static let largest = Double(UInt64.max)

  private static func scaled(_ number: Double, step: Double, units: [String]) -> String {
    var value = number
    var unit = 0
    // 999.5 would be shown as 1000 of this unit.
    while value >= step - 0.5, unit < units.count - 1 {
      value /= step
      unit += 1
    }
    let isWhole = unit == 0 || value >= 99.95
    return (isWhole ? "\(UInt64(value.rounded()))" : tenths(value)) + units[unit]
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = UInt64((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
