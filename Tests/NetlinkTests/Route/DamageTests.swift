import Foundation
import Netlink
import Testing

/// Bytes that are not what the kernel sent: reading them ends in a value or in an error, never in a
/// trap.
@Suite struct DamageTests {
  @Test(arguments: try Recording.all()) func readsWhatIsCutOffAnywhere(_ recording: Recording) {
    for count in 0..<recording.bytes.count {
      readEverything(Array(recording.bytes.prefix(count)))
    }
  }

  @Test(arguments: try Recording.all()) func readsWhatIsDamagedAnywhere(_ recording: Recording) {
    var bytes = recording.bytes
    for position in bytes.indices {
      let sound = bytes[position]
      for value in damages(of: sound) {
        bytes[position] = value
        readEverything(bytes)
      }
      bytes[position] = sound
    }
  }

  /// Every other byte with `CNITOP_EXHAUSTIVE=1`, which takes minutes; else those that lengths, types
  /// and flags are most likely to stumble over.
  private func damages(of sound: UInt8) -> [UInt8] {
    Self.isExhaustive
      ? Array(0...255) : [0, 1, 3, 4, 0x7f, 0x80, 0xff, sound &+ 1, sound &- 1, sound ^ 0x40]
  }

  private static let isExhaustive =
    ProcessInfo.processInfo.environment["CNITOP_EXHAUSTIVE"] == "1"

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
