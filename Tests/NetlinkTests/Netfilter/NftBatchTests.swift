import Hex
import Netlink
import Testing

@Suite struct NftBatchTests {
  private let chain = NftChain.ID(NftTable.ID(.inet, "t"), "c")

  @Test func framesItsChangesAndNumbersThem() {
    var batch = NftBatch(to: "test")
    batch.add(chain.table)
    #expect(
      batch.bytes(sequence: 5)
        == hex(
          """
          14000000 1000 0100 05000000 00000000  00 00 000a  # NFNL_MSG_BATCH_BEGIN
          1c000000 000a 0504 06000000 00000000  01 00 0000  06000100 74000000  # NFT_MSG_NEWTABLE
          14000000 1100 0100 07000000 00000000  00 00 000a  # NFNL_MSG_BATCH_END
          """))
  }

  @Test func readsBackTheRulesItWrites() throws {
    var batch = NftBatch(to: "test")
    batch.add(
      NewRule(
        chain,
        [
          .meta(15), .compare(.equal, [2]),
          .payload(.init(base: 1, offset: 16, length: 4)), .mask([255, 255, 0, 0]),
          .compare(.notEqual, [10, 1, 0, 0]), .counter, .masquerade, .verdict(.goto("there")),
        ], comment: "who asked"))
    let message = batch.requests[0].payload
    let rule = try NftRule(message: message.span)
    #expect(rule.chain == chain)
    #expect(
      rule.text()
        == "ip daddr != 10.1.0.0/16 counter packets 0 bytes 0 masquerade goto there"
        + " comment \"who asked\"")
  }

  @Test func cutsACommentWhereNftWould() throws {
    var batch = NftBatch(to: "test")
    batch.add(NewRule(chain, [], comment: String(repeating: "x", count: 300)))
    let message = batch.requests[0].payload
    let rule = try NftRule(message: message.span)
    #expect(rule.comment?.utf8.count == 128)
  }
}
