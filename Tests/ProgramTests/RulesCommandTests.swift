import LabKit
import Testing

/// `cnitop rules` in a namespace with rules of its own.
@Suite(.needs(.root), .needs(.programs(["nft", "ip"]))) struct RulesCommandTests {
  private func rules(_ words: String) throws -> Command {
    let script = """
      ip link set lo up
      ip link add v0 type veth peer name v1 && ip addr add 10.22.0.1/24 dev v0
      ip link set v0 up && ip link set v1 up
      nft -f - <<'EOF'
      table ip nat {
        chain svc { numgen random mod 2 vmap { 0 : accept, 1 : drop }; }
        chain out { type nat hook output priority -100; ip daddr 10.96.0.1 meta l4proto tcp dnat to 10.22.0.9:80; }
      }
      table inet filter {
        chain out { type filter hook output priority 0; ip daddr 10.22.0.7 drop; ip daddr 10.22.0.8 limit rate 1/second drop; }
      }
      EOF
      ip route add 10.96.0.0/16 via 10.22.0.9
      exec '\(Project.cnitop)' rules \(words)
      """
    return try Command("unshare", "--net", "bash", "-c", script)
  }

  @Test func listsRulesWithTheirOwners() throws {
    let listed = try rules("")
    #expect(listed.exitCode == 0)
    #expect(
      listed.output.contains("table nft inet filter") || listed.output.contains("inet filter"))
    #expect(listed.output.contains("ip daddr 10.22.0.7 drop"))
  }

  @Test func saysWhatBecomesOfAPacket() throws {
    let sent = try rules("--packet 'tcp 10.22.0.1:4000 > 10.96.0.1:443 from-host'")
    #expect(sent.exitCode == 0, "\(sent.errors)")
    #expect(sent.output.contains("dnat to 10.22.0.9:80"))
    #expect(sent.output.contains("accepted: out of v0, as tcp 10.22.0.1:4000 > 10.22.0.9:80"))
    #expect(sent.output.hasSuffix("\naccepted\n"))
  }

  @Test func saysWhatStopsAPacket() throws {
    let stopped = try rules("--packet 'udp 10.22.0.1:1 > 10.22.0.7:53 from-host'")
    #expect(stopped.exitCode == 1)
    #expect(stopped.output.contains("dropped by rule"))
    let open = try rules("--packet 'udp 10.22.0.1:1 > 10.22.0.8:53 from-host'")
    #expect(open.exitCode == 2)
    #expect(open.output.hasSuffix("\ncannot tell: depends on limit\n"))
  }

  @Test func saysTheSameAsJSON() throws {
    let json = try rules("--packet 'udp 10.22.0.1:1 > 10.22.0.7:53 from-host' -o json")
    #expect(json.exitCode == 1)
    #expect(json.output.contains(#""conclusion": "stopped""#))
    #expect(json.output.contains(#""text": "ip daddr 10.22.0.7 drop""#))
  }

  @Test func refusesWhatIsNoPacketInOneLine() throws {
    let wrong = try rules("--packet 'tcp 10.22.0.1'")
    #expect(wrong.exitCode == 64 && wrong.output.isEmpty)
    #expect(wrong.errors.split(separator: "\n").count == 1)
    let nowhere = try rules("--packet 'tcp 10.22.0.1 > 10.22.0.7 in nope'")
    #expect(nowhere.errors.hasPrefix("Error: there is no interface 'nope'"))
  }
}
