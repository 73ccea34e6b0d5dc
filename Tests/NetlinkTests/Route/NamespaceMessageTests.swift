import Netlink
import NetlinkKit
import Testing

@Suite struct NamespaceMessageTests {
  @Test func readsANamespacesNumbers() throws {
    #expect(try numbers("namespaces") == [[4, nil], [9, nil]])
  }

  @Test func readsWhatAnotherNamespaceCallsOneThatIsKnownHere() throws {
    #expect(try numbers("namespaces-of-red") == [[2, 9]])
  }

  @Test func readsTheNumberOfOne() throws {
    #expect(try numbers("namespace-blue") == [[9, nil]])
  }

  @Test func withoutANumberItHasNone() throws {
    #expect(try NamespaceMessage(message: [0, 0, 0, 0].span).nsid == -1)
  }

  private func numbers(_ name: String) throws -> [[Int32?]] {
    try Recording(name).read {
      let message = try NamespaceMessage(message: $0.payload)
      return [message.nsid, message.nsidHere]
    }
  }
}
