import Hex
import Netlink
import NetlinkKit
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

  @Test func readsBackTheTablesAndChainsItWrites() throws {
    let hook = NftChain.Hook(type: "nat", number: 4, priority: -100, drops: true)
    var batch = NftBatch(to: "test")
    batch.add(chain.table)
    batch.add(chain)
    batch.add(chain, hook)
    let messages = batch.requests.map(\.payload)
    let (table, plain, base) = (messages[0], messages[1], messages[2])
    #expect(try NftTable(message: table.span) == NftTable(id: chain.table))
    #expect(try NftChain(message: plain.span) == NftChain(id: chain))
    #expect(try NftChain(message: base.span) == NftChain(id: chain, hook: hook))
  }

  @Test func readsBackTheRulesItWrites() throws {
    let place = Expression.Payload.Place(base: 1, offset: 16, length: 4)
    let rule = try readBack(
      NewRule(
        chain,
        [
          .meta(15), .compare(.equal, [2]), .payload(place), .mask([255, 255, 0, 0]),
          .compare(.notEqual, [10, 1, 0, 0]), .counter, .masquerade, .verdict(.goto("there")),
        ], comment: "who asked"))
    #expect(rule.chain == chain && rule.comment == "who asked")
    #expect(
      rule.expressions == [
        .meta(.init(key: 15, .load(into: 0))), .cmp(.init(0, .equal, [2])),
        .payload(.init(place, .load(into: 0))),
        .bitwise(
          .init(0, into: 0, length: 4, .maskXor(mask: [255, 255, 0, 0], xor: [0, 0, 0, 0]))),
        .cmp(.init(0, .notEqual, [10, 1, 0, 0])), .counter(PacketCounter(packets: 0, bytes: 0)),
        .nat(.init(.masquerade)), .immediate(.init(.verdict(.goto("there")))),
      ])
  }

  /// What a rule of the kernel's does is the same after it was written again.
  @Test func writesRecordedRulesAgain() throws {
    let recorded = try Recording("rules", of: .netfilter).read {
      try NftRule(message: $0.payload)
    }
    let known = recorded.compactMap { rule -> (NftRule, NewRule)? in
      let expressions = rule.expressions.map(NewExpression.init)
      guard !expressions.contains(nil) else { return nil }
      return (rule, NewRule(rule.chain, expressions.compactMap(\.self), comment: rule.comment))
    }
    #expect(known.count > 5)
    for (rule, new) in known {
      let again = try readBack(new)
      #expect(again.chain == rule.chain && again.comment == rule.comment)
      #expect(again.expressions == rule.expressions)
    }
  }

  @Test func writesRecordedTablesAndChainsAgain() throws {
    for table in try Recording("tables", of: .netfilter).read({
      try NftTable(message: $0.payload)
    }) {
      var batch = NftBatch(to: "test")
      batch.add(table.id)
      let message = batch.requests[0].payload
      #expect(try NftTable(message: message.span).id == table.id)
    }
    for chain in try Recording("chains", of: .netfilter).read({
      try NftChain(message: $0.payload)
    }) {
      var batch = NftBatch(to: "test")
      batch.add(chain.id, chain.hook)
      let message = batch.requests[0].payload
      let again = try NftChain(message: message.span)
      #expect(again.id == chain.id && again.hook == chain.hook)
    }
  }

  private func readBack(_ rule: NewRule) throws -> NftRule {
    var batch = NftBatch(to: "test")
    batch.add(rule)
    let message = batch.requests[0].payload
    return try NftRule(message: message.span)
  }

  @Test func cutsACommentWhereNftWould() throws {
    var batch = NftBatch(to: "test")
    batch.add(NewRule(chain, [], comment: String(repeating: "x", count: 300)))
    let message = batch.requests[0].payload
    let rule = try NftRule(message: message.span)
    #expect(rule.comment?.utf8.count == 128)
  }
}

extension NewExpression {
  /// `nil` for one that cannot be written, or not with these values.
  fileprivate init?(_ expression: Expression) {
    switch expression {
    case .meta(let meta) where meta.use == .load(into: 0): self = .meta(meta.key)
    case .payload(let payload) where payload.use == .load(into: 0): self = .payload(payload.place)
    case .bitwise(let bitwise) where bitwise.source == 0 && bitwise.destination == 0:
      guard case .maskXor(let mask, let xor) = bitwise.operation, xor.allSatisfy({ $0 == 0 })
      else { return nil }
      self = .mask(mask)
    case .cmp(let cmp) where cmp.source == 0: self = .compare(cmp.comparison, cmp.value)
    case .counter(PacketCounter(packets: 0, bytes: 0)): self = .counter
    case .immediate(let immediate):
      guard case .verdict(let verdict) = immediate.datum else { return nil }
      self = .verdict(verdict)
    case .nat(Expression.Nat(.masquerade)): self = .masquerade
    default: return nil
    }
  }
}
