import FirewallKit
import Kernel
import LabKit
import Netlink
import Rules
import Testing

/// Tables that are followed must be those that a fresh reading finds, order and all.
@Suite(.needs(.root), .needs(.firewall)) struct NftablesEventsTests {
  @Test(arguments: changes) func followsEveryKindOfChange(_ change: Change) throws {
    try FirewallLab.run { lab throws(KernelError) in
      lab.shell("nft -f - <<'EOF'\n\(start)\nEOF")
      var reader = try RulesetReader()
      var listener = try RuleListener()
      var followed = try reader.nftables()
      let before = followed.generation
      let complaint = lab.shell(change.command)
      let batches = try listener.batches()
      let fits = batches.allSatisfy { followed.follow($0) }
      let fresh = try reader.nftables()
      #expect(fresh.generation > before, "nothing changed: \(complaint)")
      #expect(fits == change.isFollowed, "\(change.command): \(complaint)")
      guard fits else { return }
      #expect(followed == fresh, "\(change.command): \(complaint)")
    }
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var command: String
    /// Else it has to be read again.
    var isFollowed = true
    var testDescription: String { command }
  }

  private static let changes =
    followed.map { Change(command: $0) } + readAgain.map { Change(command: $0, isFollowed: false) }

  private static let followed = [
    "nft add rule ip t c tcp dport 9",
    "nft insert rule ip t c tcp dport 9",
    "nft add rule ip t c index 0 tcp dport 9",
    "nft add rule ip t c index 2 tcp dport 9",
    "nft insert rule ip t c index 0 tcp dport 9",
    "nft insert rule ip t c index 1 tcp dport 9",
    "nft add rule ip t empty tcp dport 9",
    "nft insert rule ip t empty tcp dport 9",
    "nft replace rule ip t c handle \(handle("dport 1 ")) tcp dport 9",
    "nft replace rule ip t c handle \(handle("dport 2 ")) tcp dport 9",
    "nft replace rule ip t c handle \(handle("dport 3 ")) tcp dport 9",
    "nft delete rule ip t c handle \(handle("dport 2 "))",
    "nft 'add rule ip t c tcp dport 8; add rule ip t c tcp dport 9'",
    "nft 'insert rule ip t c index 1 tcp dport 8; add rule ip t c tcp dport 9'",
    "nft add rule ip t c tcp dport '{ 80, 443 }' accept",
    "nft add rule ip t c tcp dport vmap '{ 80 : accept, 443 : jump empty }'",
    "nft delete rule ip t c handle \(handle("22, 53"))",
    "nft add table inet u",
    "nft 'add table inet u; add chain inet u c { type filter hook input priority 0; policy drop; }'",
    "nft add chain ip t base '{ policy drop; }'",
    "nft flush chain ip t c",
    "nft 'flush chain ip t c; delete chain ip t c'",
    "nft flush table ip t",
    "nft delete table ip t",
    "nft flush ruleset",
    "nft 'add set ip t s { type ipv4_addr; }'",
    "nft add element ip t named '{ 10.0.0.1, 10.0.0.2 }'",
    "nft 'add element ip t named { 10.0.0.1 }; delete element ip t named { 10.0.0.1 }'",
    "nft 'add map ip t m { type ipv4_addr : verdict; elements = { 10.0.0.1 : accept } }'",
    "nft 'add map ip t m { type ipv4_addr : verdict; }; delete map ip t m'",
    "nft 'add counter ip t hits; add rule ip t c counter name hits'",
    "nft 'add table ip t { flags dormant; }'",
    "(echo flush ruleset; nft list ruleset) | nft -f -",
    "(echo flush ruleset; nft list ruleset | sed 's/dport 2/dport 7/') | nft -f -",
    "iptables-nft -A FORWARD -s 10.0.0.1 -j ACCEPT",
    "iptables-nft -A FORWARD -s 10.0.0.1 -j DROP; iptables-nft -I FORWARD 1 -j ACCEPT",
    "for n in 1 2 3; do iptables-nft -A INPUT -p tcp --dport $n -j DROP; done;"
      + "iptables-nft -I INPUT 2 -j ACCEPT; iptables-nft -R INPUT 3 -j RETURN; iptables-nft -D INPUT 1",
    "iptables-nft -t nat -N MINE; iptables-nft -t nat -A POSTROUTING -j MINE; iptables-nft -t nat -F",
    "printf '*nat\\n:MINE - [0:0]\\n-A POSTROUTING -j MINE\\n-A MINE -j MASQUERADE\\nCOMMIT\\n'"
      + " | iptables-nft-restore",
    "nft delete rule ip t c handle \(handle("dport 1 "))';' add rule ip t c tcp dport 9",
  ]

  private static let readAgain = [
    "nft rename chain ip t empty other",
    "nft 'insert rule ip t c tcp dport 8; insert rule ip t c tcp dport 9'",
  ]

  private static func handle(_ rule: String) -> String {
    "$(nft -a list chain ip t c | sed -n 's/.*\(rule).*# handle //p')"
  }
}

private let start = """
  table ip t {
    set named { type ipv4_addr; }
    chain empty { }
    chain base { type filter hook input priority filter; policy accept; }
    chain c {
      tcp dport 1 accept
      tcp dport 2 counter accept
      tcp dport { 22, 53 } jump empty
      tcp dport 3 accept
    }
  }
  """

extension RuleListener {
  /// What waits, by the changes that were made together.
  fileprivate mutating func batches() throws(KernelError) -> [[NftEvent]] {
    var batches: [[NftEvent]] = []
    var batch: [NftEvent] = []
    while case .events(let events, _) = try next() {
      for event in events {
        batch.append(event)
        guard case .generation = event else { continue }
        batches.append(batch)
        batch = []
      }
    }
    return batches
  }
}
