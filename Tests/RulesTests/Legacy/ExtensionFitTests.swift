import Addressing
import FirewallKit
import Kernel
import LabKit
import Netlink
import Testing

@testable import Rules

/// Which packets matches fit, by what the kernel counts.
@Suite(.needs(.root), .needs(.firewall)) struct ExtensionFitTests {
  /// A packet is sent over the loopback through rules made by chance; each counts it, or does not.
  @Test(arguments: IPTables.allCases, ["udp", "tcp"])
  func fitsWhatTheKernelCounts(_ program: IPTables, _ transport: String) throws {
    var grammar = RuleGrammar(program, seed: 1)
    let rules = (0..<100).map { _ in
      "-A FIRST " + grammar.condition(transport, also: RuleTemplates.matchesOfOutput)
    }
    let counted = try FirewallLab.run { lab throws(KernelError) in
      lab.shell("ip link set lo up; sysctl -qw net.ipv4.ip_local_port_range='4000 4000'")
      let first = transport == "tcp" ? "tcp --syn" : "udp"
      lab.shell("\(program.legacy) -N FIRST; \(program.legacy) -A OUTPUT -p \(first) -j FIRST")
      for rule in rules { lab.shell("\(program.legacy) \(rule)") }
      lab.shell("bash -c 'printf hello > /dev/\(transport)/\(program.loopback)/5000'")
      return try LegacyReader.tables({ _ in [LegacyRule]() }) { found, entry in
        if case .rule(let rule) = entry, rule.target == .verdict(.continue) { found.append(rule) }
      }.flatMap(\.self)
    }
    let packet = transport == "tcp" ? program.syn : program.datagram
    var known = 0
    for rule in counted {
      switch rule.fits(packet) {
      case .yes: #expect(rule.counter.packets == 1, "\(rule.text)")
      case .no: #expect(rule.counter.packets == 0, "\(rule.text)")
      case .cannotTell: continue
      }
      known += 1
    }
    // A few do not go together, and are refused.
    #expect(counted.count > rules.count * 9 / 10 && known > rules.count / 2)
    #expect(counted.contains { $0.counter.packets > 0 })
  }
}

extension LegacyRule {
  fileprivate func fits(_ packet: Packet) -> Fit {
    let context = XtContext(isIPv6: packet.family == .v6, setNames: [:])
    return matches.reduce(head(fits: packet)) { fit, match in
      fit.and(
        xtMatches[match.name]?.init(XtInfo(match, context))?
          .fits(packet, PacketPlace(hook: InetHook.output.rawValue, routes: LoopbackRoutes()))
          ?? .cannotTell(Doubt(match.name)))
    }
  }

  fileprivate var text: String {
    var text = LegacyRuleText(LegacyTable(name: "filter", isIPv6: source.address.family == .v6))
    return text.clauses(of: self).map(\.text).joined(separator: " ")
  }
}

extension IPTables {
  fileprivate var loopback: String { self == .iptables ? "127.0.0.1" : "::1" }

  /// What bash sends: a new connection's only packet.
  fileprivate var datagram: Packet { packet(17, content: 8 + 5) }

  /// With the options that Linux puts into it.
  fileprivate var syn: Packet {
    var packet = packet(6, content: 40)
    packet.tcpFlags = 0x02
    return packet
  }

  private func packet(_ transport: UInt8, content: UInt16) -> Packet {
    var packet = Packet(self == .iptables ? .v4 : .v6)
    packet.source = IPAddress(loopback)
    packet.destination = packet.source
    (packet.transport, packet.sourcePort, packet.destinationPort) = (transport, 4000, 5000)
    packet.length = (self == .iptables ? 20 : 40) + content
    (packet.hopLimit, packet.trafficClass, packet.mark) = (64, 0, 0)
    packet.outInterface = PacketInterface(name: "lo", index: 1, group: 0, type: 772, kind: "")
    packet.socket = .of(user: 0, group: 0)
    var connection = Connection(.new, status: 0, mark: 0)
    connection.original = packet.tuple
    connection.reply = packet.tuple.reversed
    packet.tracking = .connection(connection)
    return packet
  }
}

private struct LoopbackRoutes: RouteLookup {
  func route(of packet: Packet) -> PacketRoute { .local }
  func type(of address: IPAddress, on interface: String?) -> UInt8? { 2 }  // RTN_LOCAL
  func address(
    of interface: PacketInterface, _ family: IPAddress.Family, to destination: IPAddress?
  ) -> IPAddress? { nil }
}
