import Hex
import Netlink
import NetlinkKit
import Testing

/// `ipset list -terse` as a kernel answered it.
@Suite struct IPSetHeaderTests {
  @Test func readsNamesAndNumbers() throws {
    let sets = try Recording("ipsets", of: .netfilter).read { try IPSetHeader(message: $0.payload) }
    #expect(
      sets == [
        IPSetHeader(index: 0, name: "hosts", type: "hash:ip"),
        IPSetHeader(index: 1, name: "services", type: "hash:ip,port"),
      ])
  }

  @Test func asksForHeadersAlone() {
    let request = Query<IPSetHeader>.ipsets.request
    #expect(
      request.bytes(sequence: 1)
        == hex(
          """
          24000000 0706 0103 01000000 00000000
          00000000
          0500 0100 07 000000
          0800 0600 00000004
          """))
  }

  @Test func damageIsSeenOrHarmless() throws {
    for message in try Recording("ipsets", of: .netfilter).messages {
      message.forEachDamage { bytes in
        var messages = MessageReader(bytes.span)
        guard let message = try? messages.next() else { return }
        _ = try? IPSetHeader(message: message.payload)
      }
    }
  }
}
