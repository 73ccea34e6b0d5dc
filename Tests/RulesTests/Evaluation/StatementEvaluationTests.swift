import Addressing
import Testing

@testable import Netlink
@testable import Rules

/// What statements do with a packet.
@Suite struct StatementEvaluationTests {
  private func immediate(_ bytes: [UInt8], into register: Int = 0) -> Expression {
    .immediate(.init(.value(bytes), into: register))
  }

  @Test func setsMarksAndHeaders() {
    let mark = OneRule.evaluate([
      immediate([5, 0, 0, 0]), .meta(.init(key: 3, .store(from: 0))),
    ])
    #expect(mark.outcomes[0].packet.mark == 5)
    let header = OneRule.evaluate([
      immediate([32]),
      .payload(.init(.init(base: 1, offset: 8, length: 1), .store(from: 0))),
      immediate([0, 81]),
      .payload(.init(.init(base: 2, offset: 2, length: 2), .store(from: 0))),
    ])
    #expect(header.outcomes[0].packet.hopLimit == 31)
    #expect(header.outcomes[0].packet.destinationPort == 81)
    let connection = OneRule.evaluate([
      immediate([7, 0, 0, 0]), .ct(.init(key: 3, .store(from: 0))),
    ])
    guard case .connection(let tracked) = connection.outcomes[0].packet.tracking else {
      Issue.record("not tracked")
      return
    }
    #expect(tracked.mark == 7)
  }

  @Test func translatesTheFirstPacketOfAConnection() {
    let to = [immediate([10, 9, 0, 1]), immediate([0, 99], into: 4)]
    let nat = Expression.nat(.init(.destination, family: .ip, address: 0, port: 4))
    let evaluation = OneRule.evaluate(to + [nat], type: "nat")
    #expect(evaluation.outcomes[0].packet.destination == .v4(0x0a09_0001))
    #expect(evaluation.outcomes[0].packet.destinationPort == 99)
    #expect(evaluation.outcomes[0].steps[0].change == "dnat to 10.9.0.1:99")
    var packet = OneRule.packet
    packet.tracking = .connection(Connection(.established))
    let later = OneRule.evaluate(to + [nat], packet, type: "nat")
    #expect(later.outcomes[0].steps.isEmpty)
  }

  @Test func choosesEveryAddressOfARange() {
    let addresses = [immediate([10, 9, 0, 1]), immediate([10, 9, 0, 3], into: 4)]
    let nat = Expression.nat(.init(.destination, family: .ip, address: 0, lastAddress: 4))
    let evaluation = OneRule.evaluate(addresses + [nat], type: "nat")
    #expect(evaluation.outcomes.count == 3 && evaluation.conclusion == .accepted)
    #expect(Set(evaluation.outcomes.map(\.packet.destination)).count == 3)
  }

  @Test func redirectsToTheInterfacesAddress() {
    let evaluation = OneRule.evaluate([.nat(.init(.redirect))], type: "nat")
    #expect(evaluation.outcomes[0].packet.destination == .v4(0xc000_0201))
  }

  @Test func endsThePacketsWay() {
    #expect(OneRule.evaluate([.reject(.init(type: 0, code: 3))]).outcomes[0].end == .rejected)
    let queue = Expression.queue(.init(first: 3, count: 1, flags: 0, source: nil))
    #expect(OneRule.evaluate([queue]).outcomes[0].end == .taken)
    #expect(OneRule.evaluate([queue]).outcomes[0].steps[0].verdict == .taken("queue 3"))
    let device = Expression.fwd(.init(device: 0, address: nil, family: .any))
    #expect(OneRule.evaluate([device]).outcomes[0].end == .taken)
    let synproxy = Expression.synproxy(.init(mss: 1460, windowScale: 7, flags: 0))
    #expect(OneRule.evaluate([synproxy]).conclusion == .stopped)
  }

  @Test func passesWhatOnlyLooks() {
    let passing: [Expression] = [
      .counter(PacketCounter(packets: 0, bytes: 0)), .last(.init(age: nil)),
      .log(.init(flags: 0)), .dup(.init(address: nil, device: nil)),
      .flowOffload(.init(flowtable: "f")), .objref(.name(type: 1, "c")),
    ]
    #expect(OneRule.fits(passing) == .yes)
    #expect(OneRule.fits([.objref(.name(type: 4, "l"))]).isOpen)
    #expect(OneRule.fits([.tproxy(.init(family: .any, address: nil, port: nil))]).isOpen)
  }

  @Test func isNotTrackedWhenToldSo() {
    let evaluation = OneRule.evaluate([.notrack], OneRule.packet, [], -300)
    #expect(evaluation.outcomes[0].packet.tracking == .untracked)
  }

  /// A time to live is counted down before forward chains, and stops the packet at its end.
  @Test func countsHopsDown() {
    var packet = OneRule.packet
    #expect(OneRule.evaluate([], packet).outcomes[0].packet.hopLimit == 63)
    packet.hopLimit = 1
    #expect(OneRule.evaluate([], packet).conclusion == .stopped)
  }

  /// A chain that calls itself, which the kernel would refuse, comes to an end.
  @Test func endsCircles() {
    let circle = Expression.immediate(.init(.verdict(.goto("c"))))
    #expect(OneRule.evaluate([circle]).conclusion == .stopped)
  }
}
