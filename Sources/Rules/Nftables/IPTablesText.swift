import Addressing
import Topology

/// A rule of iptables-nft in the words of iptables-save: nft's clauses, which iptables made where it could,
/// are turned back into its options.
struct IPTablesText {
  private(set) var text = ""
  /// The protocol that the options so far have named.
  private var transport = ""
  /// What the protocol's own match looks for, until something else is told.
  private var protocolMatch = ProtocolMatch()

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

  private mutating func add(_ words: String) {
    if !text.isEmpty { text += " " }
    text += words
  }

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
    case .source: return addAddress("-s", clause)
    case .destination: return addAddress("-d", clause)
    case .inInterface: return addInterface("-i", clause)
    case .outInterface: return addInterface("-o", clause)
    case .transport: return addTransport(clause)
    case .sourcePort: return addPorts("--sport", clause, \.source)
    case .destinationPort: return addPorts("--dport", clause, \.destination)
    case .counter, .comment: return true
    case .action, .other: return addOther(clause)
    }
  }

  private mutating func addAddress(_ option: String, _ clause: Clause) -> Bool {
    guard let not = clause.not else { return false }
    guard let address = clause.prefix.map({ "\($0)" }) ?? masked(clause) else { return false }
    add("\(not)\(option) \(address)")
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

  private mutating func addInterface(_ option: String, _ clause: Clause) -> Bool {
    guard let not = clause.not, ["iifname", "oifname"].contains(clause.words), !clause.isOfSet
    else {
      return false
    }
    let name = clause.value.dropFirst().dropLast()
    add("\(not)\(option) \(name.hasSuffix("*") ? name.dropLast() + "+" : name)")
    return true
  }

  private mutating func addTransport(_ clause: Clause) -> Bool {
    guard let not = clause.not, !clause.isOfSet else { return false }
    transport = clause.value
    add("\(not)-p \(clause.value)")
    return true
  }

  private mutating func begin(_ name: some StringProtocol) {
    if transport != name { add("-p \(name)") }
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
    case "meta mark":
      guard let not = clause.not else { return false }
      add("-m mark \(not)--mark \(short(clause.value))")
      return true
    default: return addLimit(clause)
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

  /// Without the zeros that nft writes in front.
  private func short(_ number: String) -> String {
    number.hasPrefix("0x")
      ? UInt32(number.dropFirst(2), radix: 16).map { hex($0) } ?? number : number
  }
}

extension Clause {
  /// iptables has it among the options of the protocol.
  fileprivate var isOfProtocolMatch: Bool {
    role == .sourcePort || role == .destinationPort || words == "tcp flags"
  }

  /// Each rule of iptables has one.
  fileprivate var isCounter: Bool {
    if case .counter = role { true } else { false }
  }

  /// It says what becomes of the packet.
  fileprivate var isTarget: Bool {
    if case .action = role { return true }
    return isOption && words.utf8.dropFirst().first == UInt8(ascii: "j")
  }

  /// It is told in iptables' words: nft's begin with neither sign.
  fileprivate var isOption: Bool {
    words.utf8.first == UInt8(ascii: "-") || words.utf8.first == UInt8(ascii: "!")
  }

  /// `{ tcp, udp }`, `@hosts`
  fileprivate var isOfSet: Bool {
    value.utf8.first == UInt8(ascii: "{") || value.utf8.first == UInt8(ascii: "@")
  }

  /// As iptables writes a target; `nil` for a statement of nftables that iptables makes no use of.
  fileprivate var target: String? {
    guard case .action(let action) = role, !isOption else { return text }
    return switch action {
    case .jump(let chain): "-j \(chain)"
    case .goto(let chain): "-g \(chain)"
    case .accept: "-j ACCEPT"
    case .drop: "-j DROP"
    case .return: "-j RETURN"
    case .masquerade, .snat, .dnat, .redirect, .netmap, .reject, .other: nil
    }
  }

  /// `nil` where it is not plainly so or not so.
  fileprivate var not: String? {
    switch sign {
    case "", "== ": ""
    case "!= ": "! "
    default: nil
    }
  }

  fileprivate var ports: (not: String, text: String)? {
    switch sign {
    case ">= ": ("", "\(value):65535")
    case "<= ": ("", "0:\(value)")
    case "", "!= ":
      value.utf8.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
      }
        ? (sign.isEmpty ? "" : "! ", value.split(separator: "-").joined(separator: ":")) : nil
    default: nil
    }
  }
}
