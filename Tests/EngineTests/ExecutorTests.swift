import CNI
import Engine
import Synchronization
import Testing

@Suite struct ExecutorTests {
  @Test func undoesWhatWasDoneTheLastFirst() throws {
    var scribe = Scribe()
    scribe.failing = { if case .setMaster = $0 { true } else { false } }
    let failure = #expect(throws: PlanFailure.self) {
      try Classic.plan().perform(with: &scribe)
    }
    #expect(
      scribe.lines == [
        "reserve 10.22.0.2", "make the bridge cni0", "make the pair veth1 and eth0",
        "plug veth1 into cni0", "undo: delete veth1", "undo: release the addresses of one",
      ])
    #expect(failure?.description == "plug veth1 into cni0: it does not want to")
    #expect(failure?.leftovers == [])
  }

  @Test func undoesTheHalfOfAStep() throws {
    var scribe = Scribe()
    scribe.failing = { if case .createVeth = $0 { true } else { false } }
    #expect(throws: PlanFailure.self) { try Classic.plan().perform(with: &scribe) }
    #expect(scribe.lines.contains("undo: delete veth1"))
  }

  /// But for the address: whoever may still have it must not share it.
  @Test func saysWhatCouldNotBeUndoneAndGoesOn() throws {
    var scribe = Scribe()
    scribe.failing = { if case .waitForCarrier = $0 { true } else { false } }
    scribe.stuck = [.deleteLink("veth1")]
    let failure = #expect(throws: PlanFailure.self) {
      try Classic.plan().perform(with: &scribe)
    }
    let leftovers = [
      "cannot delete veth1: it is stuck",
      "cannot release the addresses of one: the interface is still there",
    ]
    #expect(failure?.leftovers == leftovers)
    #expect(scribe.lines.last == "undo: delete veth1")
    #expect(
      failure?.error.details == "left behind: \(leftovers.joined(separator: "; "))")
  }

  @Test func addressesStayWithAnInterfaceThatCannotBeDeleted() throws {
    let reservation = Reservation(dataDir: "/d", network: "mynet", key: Classic.attachment.key)
    var config = BridgeConfig()
    config.ipMasq = true
    let plan = Plan.del(Classic.attachment, config, reservation)
    var scribe = Scribe()
    scribe.failing = { if case .removeMasquerade = $0 { true } else { false } }
    #expect(plan.performAll(with: &scribe).map(\.step) == [plan.steps[0]])
    #expect(scribe.lines.last == "release the addresses")
    scribe.failing = { if case .deleteVeth = $0 { true } else { false } }
    #expect(plan.performAll(with: &scribe).map(\.step) == [plan.steps[1]])
    #expect(scribe.lines.last == "delete eth0 and its other end")
  }

  @Test func tellsWhatHappensAsItHappens() throws {
    var scribe = Scribe()
    scribe.failing = { if case .setMaster = $0 { true } else { false } }
    let plan = try Classic.plan()
    let heard = Heard()
    #expect(throws: PlanFailure.self) {
      try plan.perform(with: &scribe, before: PlanObserver(hear: heard.hear))
    }
    #expect(heard.all.first == .planned(plan))
    #expect(
      heard.all.dropFirst().map(\.words) == [
        "began reserve 10.22.0.2", "10.22.0.2", "began make the bridge cni0", "was there",
        "began make the pair veth1 and eth0", "veth1 and one/eth0", "began plug veth1 into cni0",
        "failed plug veth1 into cni0: it does not want to",
        "undone make the pair veth1 and eth0", "undone reserve 10.22.0.2",
      ])
  }

  @Test func asksBeforeEachStepAndUndoesWhenStopped() throws {
    var scribe = Scribe()
    let observer = PlanObserver(confirm: { step throws(StepFailure) in
      if case .setMaster = step { throw .stopped }
    })
    let failure = #expect(throws: PlanFailure.self) {
      try Classic.plan().perform(with: &scribe, before: observer)
    }
    #expect(failure?.cause == .stopped)
    #expect(scribe.lines.last == "undo: release the addresses of one")
    #expect(!scribe.lines.contains("plug veth1 into cni0"))
  }

  @Test func reportsWhatChanged() throws {
    var scribe = Scribe()
    let reports = try Classic.plan().perform(with: &scribe)
    #expect(reports.count == 10)
    #expect(reports.map(\.changes.count) == [1, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    #expect(reports.map(\.hasChanged).prefix(4) == [true, false, true, false])
  }
}

/// Writes down what it hears.
private final class Heard: Sendable {
  private let progress = Mutex<[Progress]>([])
  var all: [Progress] { progress.withLock { $0 } }

  @Sendable func hear(_ news: Progress) { progress.withLock { $0.append(news) } }
}

extension Progress {
  fileprivate var words: String {
    switch self {
    case .planned: "planned"
    case .began(let step): "began \(step.title)"
    case .ended(let report): report.detail
    case .failed(let step, let cause): "failed \(step.title): \(cause)"
    case .undone(let step, let leftovers):
      (["undone \(step.title)"] + leftovers).joined(separator: "; ")
    case .called(let words): "called \(words)"
    }
  }
}
