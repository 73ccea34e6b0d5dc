import Testing
import Topology
import TopologyKit

/// What things are called, and what words stand for.
@Suite struct NamesTests {
  @Test func aContainerIsCalledByTheBestNameItHas() {
    var container = Container(id: "0123456789abcdef", source: .cni)
    #expect(container.title == "0123456789ab")
    container.name = "web"
    #expect(container.title == "web")
    container.podName = "web-7d9"
    #expect(container.title == "web-7d9")
    container.podNamespace = "default"
    #expect(container.title == "default/web-7d9")
  }

  @Test func aNamespaceIsWrittenAsTheSystemWritesIt() {
    #expect("\(NamespaceID.file(device: 4, inode: 4_026_531_840))" == "net:[4026531840]")
    #expect("\(NamespaceID.nsid(3))" == "nsid 3")
  }

  @Test(arguments: [
    ("/etc/cni/net.d/10-a.conf", "10-a.conf"), ("10-a.conf", "10-a.conf"), ("/", "/"),
  ])
  func aFileIsCalledByItsLastPart(_ path: String, _ name: String) {
    #expect(ConfigurationFile(path: path).name == name)
  }

  @Test func onlyWhatCanBeCalledCounts() {
    let states: [Plugin.State] = [
      .callable, .notExecutable, .foreign("arm"), .noProgram, .worldWritable,
    ]
    let directory = PluginDirectory(
      path: "/p", programs: states.enumerated().map { Plugin(name: "p\($0)", state: $1) })
    #expect(directory.plugins == ["p0", "p4"])
    let presences: [CNIAgent.Presence] = [.running(process: 1), .configured, .idle, .absent]
    #expect(presences.map(\.counts) == [true, true, false, false])
  }

  @Test func aGapSaysItsAdvice() {
    #expect("\(Gap(subject: "a", reason: "b"))" == "a: b")
    #expect("\(Gap(subject: "a", reason: "b", advice: "c"))" == "a: b (c)")
  }

  @Test func aRouteToEverywhereIsADefault() {
    #expect(Route(destination: prefix("::/0")).isDefault)
    #expect(!Route(destination: prefix("0.0.0.0/1")).isDefault)
  }

  @Test func aCableSeenFromItsOtherEndSendsWhatThisOneReceives() {
    let rate = Traffic.Rate(
      receivedBytesPerSecond: 1, sentBytesPerSecond: 2, receivedPacketsPerSecond: 3,
      sentPacketsPerSecond: 4, droppedPerSecond: 5, history: [6, 7])
    #expect(rate.reversed.receivedBytesPerSecond == 2 && rate.reversed.sentPacketsPerSecond == 3)
    #expect(rate.reversed != rate && rate.reversed.reversed == rate)
  }

  @Test func onlyTranslationsTranslate() {
    let actions: [Rule.Action] = [
      .masquerade, .snat("a"), .dnat("a"), .redirect("a"), .netmap("a"),
    ]
    let others: [Rule.Action] = [
      .accept, .drop, .reject, .return, .jump("a"), .goto("a"), .other,
    ]
    #expect(actions.allSatisfy(\.translates) && !others.contains(where: \.translates))
  }
}
