import Dice

/// Makes rules of iptables by chance, the same for the same seed, of templates.
///
/// In a template, `[…]` is there or not, `(…|…)` is one of them, `<!>` may be a `!`, and `<name>` is a
/// value of that kind. Nothing is within another.
struct RuleGrammar {
  let program: IPTables
  private var dice: Dice
  /// How many names were made, none of them twice.
  private var names = 0

  init(_ program: IPTables, seed: UInt64) {
    self.program = program
    dice = Dice(seed: seed)
  }

  /// What comes behind iptables' own name.
  mutating func rule() -> String {
    let place = pick(RuleTemplates.places)
    let transport = pick(RuleTemplates.transports)
    let target = pick(RuleTemplates.targets[place.table] ?? [])
    let addresses = expand("[<!>-s <prefix>] ") + expand("[<!>-d <prefix>]")
    return
      "-t \(place.table) -A \(place.chain) \(addresses) \(condition(transport)) \(expand(target))"
  }

  /// A protocol, and a few matches for it.
  mutating func condition(_ transport: String, also own: [String] = []) -> String {
    let matches =
      RuleTemplates.matches + own + (RuleTemplates.matchesOf[transport] ?? [])
      + (program == .iptables ? RuleTemplates.matchesOfIPv4 : RuleTemplates.matchesOfIPv6)
    var parts = transport.isEmpty ? [] : ["-p \(transport)"]
    parts += Array(matches.shuffled(using: &dice).prefix(Int.random(in: 0...3, using: &dice)))
    return parts.map { expand($0) }.joined(separator: " ")
  }

  /// Optional parts and choices first, values in what is left.
  private mutating func expand(_ template: String) -> String {
    var text = ""
    var rest = Substring(template)
    while let sign = rest.popFirst() {
      switch sign {
      case "[":
        let part = take(until: "]", &rest)
        if Bool.random(using: &dice) { text += expand(part) }
      case "(":
        let choices = take(until: ")", &rest).split(separator: "|").map(String.init)
        text += expand(pick(choices))
      case "<": text += value(take(until: ">", &rest))
      default: text.append(sign)
      }
    }
    return text
  }

  private func take(until end: Character, _ rest: inout Substring) -> String {
    let part = rest.prefix { $0 != end }
    rest = rest.dropFirst(part.count + 1)
    return String(part)
  }

  private mutating func value(_ kind: String) -> String {
    switch kind {
    case "!": return Bool.random(using: &dice) ? "! " : ""
    // What is likely in a packet as often as all else.
    case "bits": return pick(["0", number(0...63)])
    case "byte": return pick(["0", "17", "64", number(0...255)])
    case "port": return pick(["4000", "5000", number(1...65_535)])
    case "ports": return pick(["5000", pair(number(0...1000), number(1001...65_535))])
    case "word": return pick(["0", number(0...0xffff_ffff)])
    case "mark": return pick(["0", number(0...0xffff)])
    case "small": return number(1...20)
    case "count": return number(1...10_000)
    case "name":
      names += 1
      return "n\(names)"
    case "text": return quoted()
    case "mac":
      return (0..<6).map { _ in hex(number(0...255), 2) }.joined(separator: ":")
    case "address": return address()
    case "prefix": return program == .iptables ? address() + "/24" : address() + "/64"
    default: return "<\(kind)>"
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &dice)]
  }

  private mutating func number(_ range: ClosedRange<UInt64>) -> String {
    "\(UInt64.random(in: range, using: &dice))"
  }

  private mutating func pair(_ low: String, _ high: String) -> String {
    Bool.random(using: &dice) ? low : "\(low):\(high)"
  }

  private mutating func address() -> String {
    let byte = number(1...254)
    return program == .iptables ? "10.\(byte).0.1" : "fd00:\(byte)::1"
  }

  private func hex(_ decimal: String, _ digits: Int) -> String {
    let text = String(Int(decimal) ?? 0, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// Signs that somebody has to escape, in quotes for the shell.
  private mutating func quoted() -> String {
    let signs = Array("ab_-.:,/# \"\\|")
    let count = Int.random(in: 1...12, using: &dice)
    return "'\(String((0..<count).map { _ in pick(signs) }))'"
  }
}
