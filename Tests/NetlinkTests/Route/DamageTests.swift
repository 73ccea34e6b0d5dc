import Netlink
import NetlinkKit
import Testing

/// Bytes that are not what the kernel sent: reading them ends in a value or in an error, never in a
/// trap.
@Suite struct DamageTests {
  @Test(arguments: try Recording.all()) func readsWhatIsCutOrDamagedAnywhere(
    _ recording: Recording
  ) {
    recording.bytes.forEachDamage(readEverything)
  }

  /// Reads each message as the event it says it is, and as every kind of answer.
  private func readEverything(_ bytes: [UInt8]) {
    var messages = MessageReader(bytes.span)
    while let message = try? messages.next() {
      _ = try? message.verdict()
      _ = try? RouteEvent(message)
      switch message.type {
      case 16: _ = try? PortVLANs(message: message.payload)
      case 28, 29: _ = try? NeighbourMessage(message: message.payload)
      case 92: _ = try? StatisticsMessage(message: message.payload)
      default: break
      }
    }
  }
}
