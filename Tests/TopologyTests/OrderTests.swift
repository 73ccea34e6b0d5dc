import Dice
import Testing
import Topology
import TopologyKit

/// Orders are orders: of any three things too.
@Suite struct OrderTests {
  private static let texts = [
    "", "0", "00", "1", "01", "9", "10", "010", "a", "a0", "a00", "a1", "a9", "a10", "a10b", "a-1",
    "web-9", "web-10", "web-010", "web-10-2", "web-9-10", "ü1", "ü10", "18446744073709551616",
    "18446744073709551615",
  ]

  private func expectOrder<Value>(_ values: [Value], _ precedes: (Value, Value) -> Bool) {
    for one in values {
      #expect(!precedes(one, one))
      for two in values where precedes(one, two) {
        #expect(!precedes(two, one), "\(one) and \(two)")
        for three in values where precedes(two, three) {
          #expect(precedes(one, three), "\(one), \(two) and \(three)")
        }
      }
    }
  }

  @Test func naturalOrderIsAnOrder() {
    expectOrder(Self.texts) { $0.precedesNaturally($1) }
  }

  @Test func numbersInTextsAreInTheOrderOfNumbers() {
    var dice = Dice(seed: 5)
    for _ in 0..<500 {
      let numbers = (0..<2).map { _ in
        UInt64.random(in: 0...UInt64.max, using: &dice) >> UInt64.random(in: 0...63, using: &dice)
      }
      let (one, two) = ("eth\(numbers[0])x", "eth\(numbers[1])x")
      #expect(one.precedesNaturally(two) == (numbers[0] < numbers[1]))
    }
  }

  @Test func idsAreInOrder() {
    let namespaces =
      [NamespaceID.host, .pod(1), .pod(2), .nsid(-1), .nsid(0), .nsid(3)]
      + [.file(device: 3, inode: .max), .file(device: 5, inode: 0)]
    expectOrder(namespaces, <)
    #expect(namespaces.sorted().prefix(2) == [.file(device: 3, inode: .max), .host])
    expectOrder(
      namespaces.flatMap { id in [1, 2].map { InterfaceID(namespace: id, index: $0) } }, <)
    #expect(NamespaceID.pod(7) < .nsid(.min), "what has a file comes first")
  }

  @Test func sourcesOfNamesAndSeveritiesAreBestOrWorstFirst() {
    #expect(Namespace.Label.Source.allCases.sorted() == Namespace.Label.Source.allCases)
    #expect(Namespace.Label.Source.cni < .process && Namespace.Label.Source.netns < .none)
    #expect(CNISetup.Finding.Severity.allCases.sorted() == [.broken, .suspect, .hint])
  }
}
