import ArgumentParser
import Export
import Inspection
import Kernel
import Quoting
import Rules
import Topology

struct RulesCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the packet rules, or say what they do to a packet.",
    discussion: """
      Example: cnitop rules --packet 'tcp 10.22.0.5:4000 > 10.96.0.1:443 in cni0'
      Example: cnitop rules --packet 'icmp 10.22.0.5 > 10.22.0.9 from-host' -o json

      A packet is a protocol (tcp, udp, sctp, icmp, or a number), where it is from, '>', and where it \
      is to, each with a port or without (IPv6 with a port as [fd00::1]:80); then where it comes in \
      ('in cni0') or 'from-host'; then what else is known of it: port IFACE (of a bridge), out IFACE, mark N, ctmark N, state \
      new|established|related|invalid|untracked, flags syn,ack, type N, code N, id N, length N, ttl N, \
      tos N, mac ADDRESS. Without more it is a connection's first packet without a mark.

      Nothing is sent: the rules are evaluated as the kernel would, for nftables and iptables, and \
      the kernel is asked for routes. Each rule that fits is a line. Where something is drawn by lot or \
      not known, every way is shown.

      Exit status with --packet: 0 accepted, 1 stopped, 2 cannot tell, also where rules may not be read.
      """)

  @Option(help: "Say what becomes of this packet.")
  var packet: String?

  @Option(name: .shortAndLong, help: "text or json.")
  var output: OutputFormat = .text

  var access: NodeAccess { .readOnly([]) }

  func run() throws {
    guard let packet else {
      let topology = Topology(try Inspector().snapshot())
      guard output == .text else {
        return try StandardOutput.write(
          json: SnapshotDocument(topology, parts: .firewall).json(
            indented: StandardOutput.isTerminal))
      }
      try StandardOutput.writeLines(RuleListing(topology.firewall).lines)
      for gap in topology.gaps where ["nftables", "iptables-legacy"].contains(gap.subject) {
        try StandardError.writeLine("not read: \(gap)")
      }
      return
    }
    do {
      try evaluate(packet)
    } catch let error as PacketTextError {
      throw ValidationError("\(error)")
    } catch let error as KernelError {
      try StandardError.writeLine("Error: cannot tell: \(error)")
      throw Self.cannotTell
    }
  }

  private static let stopped = ExitCode(1)
  private static let cannotTell = ExitCode(2)

  private func evaluate(_ text: String) throws {
    let routes = try KernelRoutes()
    let packet = try named(Packet(text: text), routes)
    let rules = try PacketRules.read()
    let evaluation = rules.evaluate(packet, routes: routes)
    let trail = Trail(packet: text, evaluation, rules: rules)
    switch output {
    case .json: try StandardOutput.write(json: trail.json)
    case .text: try StandardOutput.writeLines(trail.lines)
    }
    switch evaluation.conclusion {
    case .accepted: break
    case .stopped: throw Self.stopped
    case .cannotTell: throw Self.cannotTell
    }
  }

  /// The packet with what the kernel says of its interfaces.
  private func named(_ packet: Packet, _ routes: KernelRoutes) throws -> Packet {
    var packet = packet
    packet.inInterface = try packet.inInterface.map { try find($0, routes) }
    packet.bridgePort = try packet.bridgePort.map { try find($0, routes) }
    packet.outInterface = try packet.outInterface.map { try find($0, routes) }
    return packet
  }

  private func find(_ interface: PacketInterface, _ routes: KernelRoutes) throws -> PacketInterface
  {
    let name = interface.name ?? ""
    guard let found = routes.interface(named: name) else {
      throw PacketTextError.interface(name)
    }
    return found
  }
}
