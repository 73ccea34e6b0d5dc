import FirewallKit
import Kernel
import LabKit
import Netlink
import Rules
import Testing
import Topology

/// What rules of iptables say, against what iptables-save says of them.
@Suite(.needs(.root), .needs(.firewall)) struct LegacyTextTests {
  @Test(arguments: IPTables.allCases) func writesRulesTheWayIptablesSaveDoes(_ program: IPTables)
    throws
  {
    let lab = try LegacyLab.load(program, program.rules)
    // Kernels differ in what they have; most is in all of them.
    #expect(lab.loaded > program.rules.count * 9 / 10, "\(lab.complaints)")
    expectSame(lab)
  }

  /// The same rules in every run.
  @Test(arguments: IPTables.allCases)
  func writesRandomRulesTheWayIptablesSaveDoes(_ program: IPTables) throws {
    var grammar = RuleGrammar(program, seed: 1)
    let rules = (0..<150).map { _ in grammar.rule() }
    let lab = try LegacyLab.load(program, rules)
    #expect(lab.loaded == rules.count, "\(lab.complaints)")
    expectSame(lab)
  }

  /// What iptables-nft cannot say in nftables' own expressions, it keeps as it was.
  @Test(arguments: IPTables.allCases) func writesExtensionsInNftablesLikewise(_ program: IPTables)
    throws
  {
    let (ours, theirs) = try FirewallLab.run { lab throws(KernelError) in
      lab.shell("ipset create hosts hash:ip; \(program.nft) -N MINE")
      for rule in program.rules { lab.shell("\(program.nft) \(rule)") }
      var reader = try RulesetReader()
      let rules = try reader.nftables().tables.flatMap(\.chains).flatMap(\.rules)
      return (rules.map(\.text), lab.shell("\(program.nft)-save"))
    }
    let lines = theirs.split(separator: "\n").filter { $0.hasPrefix("-A ") }
    #expect(ours.count > program.rules.count / 2, "\(theirs)")
    for text in ours {
      for part in text.extensions where !lines.contains(where: { $0.contains(part) }) {
        Issue.record("\(part)\n\(theirs)")
      }
    }
  }

  /// All of a rule of iptables-nft, whatever of it is nftables' own; random rules too.
  @Test(arguments: IPTables.allCases) func writesRulesTheWayIptablesNftSaveDoes(
    _ program: IPTables
  ) throws {
    var grammar = RuleGrammar(program, seed: 2)
    let rules = program.rules + (0..<150).map { _ in grammar.rule() }
    let (ours, theirs) = try FirewallLab.run { lab throws(KernelError) in
      lab.shell("ipset create hosts hash:ip; ipset create services hash:ip,port")
      lab.shell("\(program.nft) -N MINE")
      for rule in rules { lab.shell("\(program.nft) \(rule)") }
      var reader = try RulesetReader()
      let chains = try reader.nftables().tables.flatMap(\.chains)
      let ours = chains.flatMap { chain in
        chain.rules.map { rule in
          rule.iptablesText.map { "-A \(chain.id.name)" + ($0.isEmpty ? "" : " \($0)") }
        }
      }
      return (ours, lab.shell("\(program.nft)-save 2> /dev/null"))
    }
    let lines = Set(theirs.split(separator: "\n").filter { $0.hasPrefix("-A ") }.map(String.init))
    #expect(ours.count > rules.count / 2, "\(theirs)")
    let told = ours.compactMap(\.self)
    #expect(told.count > ours.count * 9 / 10)
    for line in told where !lines.contains(line) { Issue.record("\(line)") }
  }

  /// What nft alone makes has no words in iptables, whatever its table is called.
  @Test func tellsNoRuleOfNftInIptablesWords() throws {
    let told = try FirewallLab.run { lab throws(KernelError) in
      lab.shell(
        """
        nft -f - <<'EOF'
        table ip nat {
          chain POSTROUTING {
            type nat hook postrouting priority srcnat;
            ip saddr 10.0.0.1 counter masquerade
            tcp dport 80 counter snat to 10.0.0.9:8080
            ip daddr { 10.0.0.1, 10.0.0.2 } counter accept
            tcp dport vmap { 80 : accept } counter
            ip saddr 10.0.0.2 accept
            ip saddr 10.0.0.3 counter accept
          }
        }
        EOF
        """)
      var reader = try RulesetReader()
      return try reader.nftables().tables.flatMap(\.chains).flatMap(\.rules).map(\.iptablesText)
    }
    #expect(told == [nil, nil, nil, nil, nil, "-s 10.0.0.3/32 -j ACCEPT"])
  }

  private func expectSame(_ lab: LegacyLab) {
    #expect(lab.ours.count == lab.theirs.count && lab.ours.count == lab.loaded)
    for (mine, other) in zip(lab.ours, lab.theirs) { #expect(mine == other) }
  }
}

/// Rules that were loaded in a namespace of their own, as both write them.
struct LegacyLab: Sendable {
  var ours: [String]
  var theirs: [String]
  /// What iptables said of rules that it would not take.
  var complaints: String
  var loaded: Int

  /// Adds one rule after the other, those left out that the kernel does not know.
  static func load(_ program: IPTables, _ rules: [String]) throws -> LegacyLab {
    try FirewallLab.run { lab throws(KernelError) in
      lab.shell("ipset create hosts hash:ip; ipset create services hash:ip,port")
      lab.shell("\(program.legacy) -N MINE")
      let complaints = rules.map { rule in
        lab.shell("\(program.legacy) \(rule) || echo 'REFUSED'")
      }
      let tables = try LegacyReader.tables(LegacyTableBuilder.init) { $0.add($1) }.map(\.table)
      let saved = lab.shell("\(program.legacy)-save 2> /dev/null")
      return LegacyLab(
        ours: tables.flatMap(\.chains).flatMap(\.rules).map(\.line).sorted(),
        theirs: saved.split(separator: "\n").filter { $0.hasPrefix("-A ") }
          .map { SavedRule(String($0)).line }.sorted(),
        complaints: zip(rules, complaints).filter { $1.contains("REFUSED") }.map { "\($0): \($1)" }
          .joined(),
        loaded: complaints.count { !$0.contains("REFUSED") })
    }
  }
}

extension Rule {
  /// Its comments at the end.
  fileprivate var line: String {
    "-A \(id.chain.name)" + (text.isEmpty ? "" : " " + text) + (comment.map { " # \($0)" } ?? "")
  }
}

extension String {
  /// What a rule of nftables says in the words of iptables, without the signs of what follows.
  fileprivate var extensions: [String] {
    var parts: [[Substring]] = []
    for word in split(separator: " ") {
      if word == "-m" || word == "-j" { parts.append([]) }
      if ["accept", "drop", "return", "counter", "jump", "goto", "ip", "meta"].contains(word) {
        parts.append([])
      }
      if !parts.isEmpty { parts[parts.count - 1].append(word) }
    }
    return parts.filter { $0.first == "-m" || $0.first == "-j" }.map { $0.joined(separator: " ") }
  }
}
