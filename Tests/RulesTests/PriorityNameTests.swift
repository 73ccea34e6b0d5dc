import FirewallKit
import Foundation
import Kernel
import LabKit
import Rules
import Testing
import Topology

@Suite(.needs(.root), .needs(.firewall)) struct PriorityNameTests {
  /// Every family and hook, at each standard priority, beside it, and far from it.
  @Test func namesPrioritiesTheWayNftDoes() throws {
    let (tables, theirs) = try FirewallLab.run { lab throws(KernelError) in
      let complaint = lab.shell("nft -f - <<'EOF'\n\(chains)\nEOF")
      var reader = try RulesetReader()
      return (try reader.nftables().tables, complaint + lab.shell("nft list ruleset"))
    }
    let ours = tables.flatMap(\.chains).compactMap(\.priorityName)
    let expected = theirs.matches(of: #/ priority (?<name>[^;]+);/#).map { String($0.name) }
    #expect(ours.count > 100, "\(theirs)")
    #expect(ours == expected)
  }
}

private let chains = hooks.map { family, names in
  let chains = names.flatMap { hook in
    priorities.map { priority in
      "chain \(hook)\(priority < 0 ? "m" : "p")\(abs(priority)) { type filter hook \(hook) "
        + "priority \(priority); }"
    }
  }
  return "table \(family) t {\n\(chains.joined(separator: "\n"))\n}"
}.joined(separator: "\n")

private let inetHooks = ["prerouting", "input", "forward", "output", "postrouting"]
private let hooks = [
  ("ip", inetHooks), ("ip6", inetHooks), ("inet", inetHooks), ("bridge", inetHooks),
  ("arp", ["input", "output"]),
]
private let priorities = [
  -311, -300, -295, -200, -150, -110, -100, -95, -42, -3, 0, 10, 11, 50, 75, 100, 300,
]
