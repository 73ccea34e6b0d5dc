import Addressing
import Topology

/// A rule of iptables-nft in the words of iptables-save: nft's clauses, which iptables made where it could,
/// are turned back into its options.
struct IPTablesText {
  /// What the entry itself looks for; matches and the target come after it.
  private var entry = Entry()
  private var options: [String] = []
  /// The protocol that the options so far have named.
  private var transport = ""
  /// What the protocol's own match looks for, until something else is told.
  private var protocolMatch = ProtocolMatch()

  /// iptables-save has these in this order, whichever of them the rule looks for first.
  private struct Entry {
    var source = ""
    var destination = ""
    var inInterface = ""
    var outInterface = ""
    var transport = ""
  }

  private struct ProtocolMatch {
    var source = ""
    var destination = ""
    var flags = ""
  }

  /// Fails for a rule that iptables cannot have made.
  init?(_ clauses: [Clause], comment: String?) {
    guard clauses.contains(where: \.isCounter) else { return nil }
    for clause in clauses where !clause.isTarget {
      guard add(clause) else { return nil }
    }
    endProtocolMatch()
    if let comment { add("-m comment --comment \(saved(comment))") }
    for clause in clauses where clause.isTarget {
      guard let target = clause.target else { return nil }
      add(target)
    }
  }

  var text: String {
    let entry = [
      entry.source, entry.destination, entry.inInterface, entry.outInterface, entry.transport,
    ]
    return (entry + options).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func add(_ words: String) { options.append(words) }

  private mutating func add(_ clause: Clause) -> Bool {
    if clause.words.isEmpty { return true }
    if !clause.isOfProtocolMatch { endProtocolMatch() }
    if clause.role == .comment {
      add("\(clause.words) \(saved(clause.value))")
      return true
    }
    if clause.isOption {
      add(clause.text)
      return true
    }
    switch clause.role {
    case .source: return addAddress("-s", clause, \.source)
    case .destination: return addAddress("-d", clause, \.destination)
    case .inInterface: return addInterface("-i", clause, \.inInterface)
    case .outInterface: return addInterface("-o", clause, \.outInterface)
    case .transport: return addTransport(clause)
    case .sourcePort: return addPorts("--sport", clause, \.source)
    case .destinationPort: return addPorts("--dport", clause, \.destination)
    case .counter, .comment: return true
    case .action, .other: return addOther(clause)
    }
  }

  private mutating func addAddress(
    _ option: String, _ clause: Clause, _ place: WritableKeyPath<Entry, String>
  ) -> Bool {
    guard let not = clause.not else { return false }
    guard let address = clause.prefix.map({ "\($0)" }) ?? masked(clause) else { return false }
    entry[keyPath: place] = "\(not)\(option) \(address)"
    return true
  }

  /// `10.0.0.1/255.0.0.255`, where nft says `ip saddr & 255.0.0.255 == 10.0.0.1`.
  private func masked(_ clause: Clause) -> String? {
    guard clause.words.utf8.contains(UInt8(ascii: "&")) else {
      return (Prefix(clause.value) ?? host(clause.value)).map { "\($0)" }
    }
    let mask = clause.words.split(separator: " ").last.flatMap { IPAddress($0) }
    guard let mask, let address = IPAddress(clause.value) else { return nil }
    return "\(address)/\(mask)"
  }

  private func host(_ text: String) -> Prefix? {
    IPAddress(text).flatMap { Prefix($0, length: $0.family.bitWidth) }
  }

  private mutating func addInterface(
    _ option: String, _ clause: Clause, _ place: WritableKeyPath<Entry, String>
  ) -> Bool {
    guard let not = clause.not, ["iifname", "oifname"].contains(clause.words), !clause.isOfSet
    else {
      return false
    }
    let name = clause.value.dropFirst().dropLast()
    let pattern = name.last == "*" ? name.dropLast() + "+" : name
    entry[keyPath: place] = "\(not)\(option) \(pattern)"
    return true
  }

  private mutating func addTransport(_ clause: Clause) -> Bool {
    guard let not = clause.not, !clause.isOfSet else { return false }
    transport = clause.value
    entry.transport = "\(not)-p \(clause.value)"
    return true
  }

  private mutating func begin(_ name: some StringProtocol) {
    if transport != name { entry.transport = "-p \(name)" }
    transport = String(name)
  }

  /// Ports come before flags, whatever looks first.
  private mutating func endProtocolMatch() {
    let options = [protocolMatch.source, protocolMatch.destination, protocolMatch.flags]
      .filter { !$0.isEmpty }
    if !options.isEmpty { add("-m \(transport) \(options.joined(separator: " "))") }
    protocolMatch = ProtocolMatch()
  }

  private mutating func addPorts(
    _ option: String, _ clause: Clause, _ place: WritableKeyPath<ProtocolMatch, String>
  ) -> Bool {
    let name = clause.words.prefix { $0 != " " }
    guard name != "th", let range = clause.ports else { return false }
    begin(name)
    protocolMatch[keyPath: place] = "\(range.not)\(option) \(range.text)"
    return true
  }

  private mutating func addOther(_ clause: Clause) -> Bool {
    switch clause.words {
    case "tcp flags":
      let parts = clause.value.split(separator: " / ")
      guard let not = clause.not, parts.count == 2 else { return false }
      begin("tcp")
      protocolMatch.flags = "\(not)--tcp-flags \(parts[1].uppercased()) \(parts[0].uppercased())"
      return true
    default: return addMark(clause) || addLimit(clause)
    }
  }

  /// `limit rate 5/minute burst 7 packets`
  private mutating func addLimit(_ clause: Clause) -> Bool {
    let parts = clause.words.split(separator: " ")
    guard parts.count == 3 || parts.count == 6, parts.starts(with: ["limit", "rate"]) else {
      return false
    }
    let rate = parts[2].replacing("second", with: "sec").replacing("minute", with: "min")
    add("-m limit --limit \(rate)" + (parts.count == 6 ? " --limit-burst \(parts[4])" : ""))
    return true
  }

  /// `meta mark & 0x0000ff00 == 0x00004000`, `meta mark 0x40000000/4`
  private mutating func addMark(_ clause: Clause) -> Bool {
    let words = clause.words.split(separator: " ")
    guard words.starts(with: ["meta", "mark"]), let not = clause.not else { return false }
    let parts = clause.value.split(separator: "/")
    var mask = UInt32.max
    if words.count == 4, words[2] == "&", let bits = Self.number(words[3]) {
      mask = bits
    } else if words.count == 2, parts.count == 2, let length = UInt32(parts[1]), length <= 32 {
      mask = length == 0 ? 0 : ~0 << (32 - length)
    } else if words.count != 2 || parts.count != 1 {
      return false
    }
    guard let value = parts.first.flatMap(Self.number) else { return false }
    add("-m mark \(not)--mark \(XtMasked(value: value, mask: mask).text)")
    return true
  }

  private static func number(_ text: some StringProtocol) -> UInt32? {
    text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
  }
}
