import Addressing
import Files
import SystemPackage
import TestKit
import Testing

@testable import CNI

@Suite struct ResultCacheTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func readsAnEntry() throws {
    let cache = ResultCache(Fixture.path.appending("results"))
    #expect(cache.gaps.isEmpty)
    let entry = try #require(cache.attachments.first)
    #expect(entry.file == "lab-pod-one-eth0")
    #expect(entry.network == "lab")
    #expect(entry.key == LeaseTests.key)
    #expect(entry.namespacePath == "/run/netns/pod1")
    #expect(entry.pod == PodIdentity(namespace: "default", name: "web-7d9", uid: "0f1e-2d"))
    #expect(entry.config?.plugins.first?.ipam?.dataDir == "/var/lib/lab")
    #expect(entry.runtimeRanges.first?.first?.subnet == "10.99.0.0/24")
    #expect(entry.result.addresses.map(\.prefix.description) == ["10.77.0.2/24", "fd00:77::2/64"])
    #expect(entry.result.addresses.map(\.interface) == [2, 2])
    #expect(entry.result.interfaces.map(\.name) == ["lab0", "veth04b4a5f3", "eth0"])
    #expect(entry.result.routes.map(\.destination.description) == ["0.0.0.0/0"])
  }

  @Test func readsTheFormBeforeVersion3() throws {
    let entry = try #require(ResultCache(Fixture.path.appending("results")).attachments.last)
    #expect(entry.pod == nil)
    #expect(entry.namespacePath == "/run/netns/pod2")
    #expect(entry.result.addresses.map(\.prefix.description) == ["10.77.0.3/24", "fd00:77::3/64"])
    #expect(entry.result.addresses.first?.gateway == IPAddress("10.77.0.1"))
    #expect(entry.result.routes.map { $0.gateway?.description } == ["10.77.0.1"])
    #expect(entry.result.dns.nameservers == ["10.77.0.1"])
  }

  @Test func keepsTheDamagedAsGaps() throws {
    try scratch.write("a", fixture: "results/lab-pod-one-eth0")
    try scratch.write("b-zero", [])
    try scratch.write("c-cut", try Fixture.bytes("results/lab-pod-one-eth0").dropLast(1))
    try scratch.write("d-other", text: #"{"cniVersion":"0.4.0"}"#)
    try scratch.link("e-link", to: "a")
    try scratch.makeSparse("f-big", bytes: 100 << 20)
    scratch.makeFifo("g-fifo")
    try scratch.makeDirectory("h-dir")
    try scratch.write("i-\u{1b}[2J", text: "x")
    let cache = ResultCache(scratch.path)
    #expect(cache.attachments.map(\.file) == ["a"])
    #expect(
      cache.gaps.map(\.reason) == [
        "the file is empty", "the JSON ends too early", "there is no text under \"kind\"",
        "not a regular file", "larger than 1048576 bytes", "not a regular file",
        "not a regular file", "not JSON at byte 0",
      ])
    #expect(cache.gaps.allSatisfy { !$0.description.unicodeScalars.contains("\u{1b}") })
  }

  @Test func believesNoNameThatIsNone() throws {
    let whole = String(decoding: try Fixture.bytes("results/lab-pod-one-eth0"), as: UTF8.self)
    let long = String(repeating: "x", count: 900_000)
    let changes = [
      (#""containerId":"pod-one""#, #""containerId":"../pod""#),
      (#""networkName":"lab""#, #""networkName":"..""#),
      (#""ifName":"eth0""#, #""ifName":"\#(long)""#),
      (#""ifName":"eth0""#, #""ifName":"e\u001b0""#),
      ("cniCacheV1", "cniCacheV9"),
    ]
    for (number, (old, new)) in changes.enumerated() {
      #expect(whole.contains(old))
      try scratch.write("\(number)", text: whole.replacing(old, with: new))
    }
    let cache = ResultCache(scratch.path)
    #expect(cache.attachments.isEmpty)
    #expect(cache.gaps.count == changes.count)
    #expect(cache.gaps.allSatisfy { $0.reason.count < 200 })
  }

  @Test func keepsAnEntryWhoseConfigurationIsDamaged() throws {
    let whole = String(decoding: try Fixture.bytes("results/lab-pod-one-eth0"), as: UTF8.self)
    try scratch.write("a", text: whole.replacing(#""config":""#, with: #""config":"!"#))
    let cache = ResultCache(scratch.path)
    #expect(cache.attachments.map(\.config) == [nil])
    #expect(cache.gaps.count == 1)
  }
}
