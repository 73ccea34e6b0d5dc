import Testing
import Topology
import TopologyKit

@testable import Inspection

@Suite struct SafetyRoundsTests {
  @Test(arguments: [1, 7, 30, 31, 500]) func everyOneHasItsTurnOnceWithinThirtySteps(_ count: Int) {
    let all = (1...count).map { NamespaceID.pod($0) }
    var rounds = SafetyRounds()
    var visited: [NamespaceID] = []
    var steps = 0
    repeat {
      visited += rounds.next(of: all)
      steps += 1
    } while !rounds.isOver
    #expect(visited.sorted() == all)
    #expect(steps <= 30)
  }

  @Test func aSearchLooksAgainUntilNothingIsMissingButNotForEver() {
    var search = Search.forNamespaces
    #expect(search.due == nil)
    search.begin()
    search.looked(isComplete: true)
    #expect(search.due == nil)

    search.begin()
    for _ in 1...4 {
      #expect(search.due != nil)
      search.looked(isComplete: false)
    }
    #expect(search.isLast)
    search.looked(isComplete: false)
    #expect(search.due == nil)
  }
}
