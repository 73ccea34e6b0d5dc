import Addressing
import FirewallKit

/// A way to send from each interface, and as the host itself.
struct Senders: ~Copyable {
  private let first = FrameSender(interface: "far0")
  private let second = FrameSender(interface: "far1")
  private let third = FrameSender(interface: "far2")
  private let own = PacketSender(isIPv6: false)
  private let own6 = PacketSender(isIPv6: true)

  /// What the host's own rules drop is refused to its sender.
  func send(_ packet: TestPacket, _ network: LabNetwork) {
    switch packet.inInterface {
    case "v0": _ = first.send(packet.frame(network))
    case "v1": _ = second.send(packet.frame(network))
    case "w0": _ = third.send(packet.frame(network))
    default: _ = packet.family == .v4 ? own.send(packet.bytes) : own6.send(packet.bytes)
    }
  }
}
