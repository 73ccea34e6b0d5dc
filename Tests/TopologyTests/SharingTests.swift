import Testing
import Topology
import TopologyKit

/// Moments of a node share what is the same in them.
@Suite struct SharingTests {
  @Test(arguments: UInt64(0)..<60) func sharingChangesNoValue(_ seed: UInt64) {
    let (old, new) = (Topology.random(seed), Topology.random(seed + 1))
    for (before, after) in zip(old.namespaces, new.namespaces) {
      #expect(after.sharing(with: before) == after)
      #expect(after.sharing(with: after) == after)
    }
  }

  @Test func whatIsEqualIsOneCopy() throws {
    let earlier = try #require(Topology.small[.pod(1)])
    var later = earlier
    later.interfaces = Array(earlier.interfaces.map { $0 })
    later.routes = Array(earlier.routes.map { $0 })
    later.label.text += "!"
    #expect(place(later.interfaces) != place(earlier.interfaces))
    let shared = later.sharing(with: earlier)
    #expect(place(shared.interfaces) == place(earlier.interfaces))
    #expect(place(shared.routes) == place(earlier.routes))
    later.routes.removeLast()
    #expect(place(later.sharing(with: earlier).routes) == place(later.routes))
  }

  private func place<Element>(_ elements: [Element]) -> UInt {
    unsafe elements.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  }
}
