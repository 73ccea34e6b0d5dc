import Netlink
import NetlinkKit
import Testing

/// Messages of nftables and legacy tables that are not what the kernel sent.
@Suite struct NftDamageTests {
  @Test(arguments: try Recording.all(.netfilter)) func readsWhatIsCutOrDamagedAnywhere(
    _ recording: Recording
  ) {
    for message in recording.messages { message.forEachDamage(readEverything) }
  }

  /// Reads a message as the event it says it is, and as the answer it may be.
  private func readEverything(_ bytes: [UInt8]) {
    var messages = MessageReader(bytes.span)
    while let message = try? messages.next() {
      _ = try? message.verdict()
      _ = try? NftEvent(message)
      _ = try? NftElements(message: message.payload)
      _ = try? NftTrace(message: message.payload)
    }
  }

  @Test(arguments: try Recording.all(.legacyTable)) func readsEveryDamagedTable(
    _ recording: Recording
  ) {
    recording.bytes.forEachDamage { _ = try? RecordedTable($0) }
  }

  /// What is said of one table's size may not lead beyond the entries that came.
  @Test func refusesEntriesThatAreCutOff() throws {
    let recorded = try Recording("iptables-nat", of: .legacyTable).bytes
    let (whole, part) = (Array(recorded[1...]), Array(recorded[1..<LegacyInfo.length]))
    let info = try LegacyInfo(whole.span)
    #expect(info.size == recorded.count - 1 - LegacyInfo.length)
    #expect(throws: WireError.self) { try RecordedTable(recorded.dropLast()) }
    #expect(throws: WireError.self) { try LegacyInfo(part.span) }
  }
}
