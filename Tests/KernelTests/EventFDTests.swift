import Kernel
import Testing

@Suite struct DoorbellTests {
  @Test func ringsUntilItIsAnswered() throws {
    let bell = try EventFD()
    #expect(!rings(bell))
    bell.signal()
    bell.signal()
    #expect(rings(bell))
    #expect(rings(bell))
    bell.clear()
    #expect(!rings(bell))
  }

  @Test func answeringASilentOneDoesNotBlock() throws {
    try EventFD().clear()
  }

  @Test func wakesAWaitThatWouldNeverEnd() throws {
    let bell = try EventFD()
    let waiting = try SideThread { () throws(KernelError) in
      wait(for: [(bell.descriptor, .readable)], timeout: nil)
    }
    bell.signal()
    #expect(try waiting.join() == [true])
  }

  @Test func saysWhichOneRang() throws {
    let (first, second) = (try EventFD(), try EventFD())
    second.signal()
    let ready = wait(
      for: [(first.descriptor, .readable), (second.descriptor, .readable)], timeout: .seconds(10))
    #expect(ready == [false, true])
  }

  @Test(arguments: [Duration.zero, .nanoseconds(1), .seconds(-5)])
  func aWaitForNothingEnds(_ timeout: Duration) {
    #expect(wait(for: [], timeout: timeout).isEmpty)
  }

  private func rings(_ bell: EventFD) -> Bool {
    wait(for: [(bell.descriptor, .readable)], timeout: .zero)[0]
  }
}
