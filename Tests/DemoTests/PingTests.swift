import Addressing
import Kernel
import LabKit
import SystemPackage
import Testing

@testable import Demo

struct EchoAnswerTests {
  private let router: [UInt8] = [198, 51, 100, 1]

  /// An IPv4 header from the router, and what it carries.
  private func packet(_ payload: [UInt8]) -> [UInt8] {
    [0x45, 0, 0, 0, 0, 0, 0, 0, 64, 1, 0, 0] + router + [10, 22, 0, 2] + payload
  }

  @Test func anAnswerIsKnownByItsNumbers() {
    let reply = packet([0, 0, 0, 0, 0x12, 0x34, 0, 7])
    #expect(EchoAnswer(reply[...], id: 0x1234, number: 7) == .reply)
    #expect(EchoAnswer(reply[...], id: 0x1234, number: 8) == nil)
    #expect(EchoAnswer(reply[...], id: 0x1235, number: 7) == nil)
  }

  @Test func aRouterThatGivesUpQuotesWhatItWasAsked() {
    let refusal = packet([3, 1, 0, 0, 0, 0, 0, 0] + packet([8, 0, 0, 0, 0x12, 0x34, 0, 7]))
    let by = IPAddress.v4(0xc633_6401)
    #expect(EchoAnswer(refusal[...], id: 0x1234, number: 7) == .unreachable(code: 1, by: by))
    #expect(EchoAnswer(refusal[...], id: 1, number: 7) == nil)
  }

  @Test func survivesEveryDamagedByteAndEveryCut() {
    let whole = packet([3, 1, 0, 0, 0, 0, 0, 0] + packet([8, 0, 0, 0, 0x12, 0x34, 0, 7]))
    for count in 0...whole.count {
      _ = EchoAnswer(whole.prefix(count), id: 0x1234, number: 7)
      for value: UInt8 in [0, 0x4f, 0xff] where count < whole.count {
        var damaged = whole
        damaged[count] = value
        _ = EchoAnswer(damaged[...], id: 0x1234, number: 7)
      }
    }
  }
}

@Suite(.needs(.root)) struct PingTests {
  @Test func saysWhyNothingCanBeSent() throws {
    let namespace = try NetworkNamespace.makePrivate(name: "empty")
    let ping = try namespace.visit { () throws(KernelError) in
      try Ping.send(to: .v4(0x7f00_0001), within: .milliseconds(100))
    }
    #expect(ping == .refused(.networkUnreachable))
    #expect("\(ping)" == "Network is unreachable")
  }
}
