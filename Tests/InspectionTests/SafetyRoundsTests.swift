import Testing
import Topology
import TopologyKit

@testable import Inspection

@Suite struct SafetyRoundsTests {
  @Test(arguments: [1, 7, 30, 31, 500]) func everyOneHasItsTurnOnceWithinThirtySteps(_ count: Int) {
    let all = (1...count).map { NamespaceID.pod($0) }
    var rounds = ResyncSchedule()
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
    var search = RetrySchedule.forNamespaces
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

  /// Reasons come as fast as they like.
  @Test func aSecondSeesNoMoreThanThirtyLooks() {
    let start = ContinuousClock.now
    var search = RetrySchedule.forNamespaces
    var looks = 0
    for millisecond in 0..<1000 {
      let now = start + .milliseconds(millisecond)
      search.begin(at: now)
      guard let due = search.due, due <= now else { continue }
      looks += 1
      search.looked(isComplete: false, since: now, at: now)
    }
    #expect((25...31).contains(looks))
  }

  @Test func looksThatTakeLongTakeATenthOfTheTime() throws {
    let start = ContinuousClock.now
    var search = RetrySchedule.forNamespaces
    search.begin(at: start)
    search.looked(isComplete: false, since: start, at: start + .milliseconds(200))
    search.begin(at: start + .milliseconds(201))
    #expect(try #require(search.due) - start == .milliseconds(2000))
  }

  @Test func whoHasManyProcessesIsLookedAtLessOften() {
    let start = ContinuousClock.now
    var rounds = ResyncSchedule()
    #expect(rounds.isTimeToLook(at: start + .milliseconds(1)))
    rounds.looked(since: start, at: start + .milliseconds(250))
    #expect(!rounds.isTimeToLook(at: start + .seconds(50)))
    #expect(rounds.isTimeToLook(at: start + .seconds(51)))
  }
}
