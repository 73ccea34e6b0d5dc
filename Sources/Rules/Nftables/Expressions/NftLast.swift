import Netlink

extension Expression.Last {
  /// `last`, as nft writes it from 1.0.7 on.
  var text: String { "last used " + (age.map { "\(durationText($0)) ago" } ?? "never") }
}

/// A time in milliseconds as nft writes it: `1d2h3m4s5ms`.
func durationText(_ milliseconds: UInt64) -> String {
  let units: [(UInt64, String)] = [
    (86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s"), (1, "ms"),
  ]
  var rest = milliseconds
  var text = ""
  for (size, unit) in units where rest >= size {
    text += "\(rest / size)\(unit)"
    rest %= size
  }
  return text.isEmpty ? "0s" : text
}
