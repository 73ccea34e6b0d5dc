import Netlink

/// What nft says of an element beside its key: what it does, how long it stays, a comment.
struct ElementText {
  private let element: NftSet.Element

  init(_ element: NftSet.Element) {
    self.element = element
  }

  /// With a space before each part.
  var tail: String {
    var text = ""
    for expression in element.expressions { text += " " + statement(expression) }
    if let timeout = element.timeout, timeout > 0 { text += " timeout \(durationText(timeout))" }
    if let rest = element.expiration, rest > 0 { text += " expires \(durationText(rest))" }
    if let comment = element.comment { text += " comment \"\(comment)\"" }
    return text
  }

  private func statement(_ expression: Expression) -> String {
    switch expression {
    case .counter(let counter): "counter packets \(counter.packets) bytes \(counter.bytes)"
    case .limit(let limit): limit.text
    case .quota(let quota): quota.text
    case .connlimit(let connlimit): connlimit.text
    case .last(let last): last.text
    case .other(let name, let attributes): unknownText(name, attributes)
    default: "[statement]"
    }
  }
}
