import Addressing
import Dice
import Files
import Formats
import SystemPackage
import TestKit
import Testing

@testable import CNI

@Suite struct LeaseTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let key = AttachmentKey(containerID: "pod-one", interfaceName: "eth0")

  @Test func readsWhatTheReferencePluginWrote() throws {
    let directory = LeaseDirectory(Fixture.path.appending("networks/lab"))
    #expect(directory.network == "lab")
    #expect(directory.leases.map(\.address.description) == ["10.77.0.2", "fd00:77::2"])
    #expect(directory.leases.allSatisfy { $0.holder == Self.key && $0.since > 0 })
    #expect(
      directory.lastReserved == [
        0: try #require(IPAddress("10.77.0.2")), 1: try #require(IPAddress("fd00:77::2")),
      ])
    #expect(directory.foreign.isEmpty && directory.gaps.isEmpty)
  }

  @Test(arguments: [
    ("pod-one\r\neth0", "eth0"), ("pod-one\neth0\n", "eth0"), ("pod-one", ""), ("pod-one\n", ""),
    ("pod-one\r\n", ""), (" pod-one \r\neth0\r\n\r\n", "eth0"),
  ]) func readsEveryForm(_ text: String, _ interface: String) throws {
    let key = try AttachmentKey(lease: Array(text.utf8))
    #expect(key == AttachmentKey(containerID: "pod-one", interfaceName: interface))
  }

  @Test(arguments: [
    "", "\r\n", " ", "-a\r\neth0", "../x\r\neth0", "a b\r\neth0", "a\r\neth0\r\nmore", "a\r\n..",
    "a\r\ne/0",
    "a\r\nsixteen-letters-", "\u{1b}[2J\r\neth0", "a\0b\r\neth0", "a\r\ne\u{7f}",
  ]) func believesNothingElse(_ text: String) {
    #expect(throws: FormatFailure.self) { try AttachmentKey(lease: Array(text.utf8)) }
  }

  @Test(arguments: UInt64(1)...100) func aLeaseComesBackAsItWasWritten(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let key = AttachmentKey.random(with: &dice)
    #expect(try AttachmentKey(lease: key.leaseContent) == key)
    #expect(try AttachmentKey(lease: key.leaseContent + Array("\n".utf8)) == key)
    let id = Array(key.containerID.utf8)
    #expect(
      try AttachmentKey(lease: id) == AttachmentKey(containerID: key.containerID, interfaceName: "")
    )
    let set = Int.random(in: 0...65535, using: &dice)
    #expect(LeaseFile.rangeSet(of: LeaseFile.lastReserved(ofSet: set)) == set)
  }

  /// What is believed of a damaged lease names a file, and is read alike when written again.
  @Test func damage() throws {
    for name in ["networks/lab/10.77.0.2", "networks/lab/fd00:77::2"] {
      forEachDamage(of: try Fixture.bytes(name)) { bytes in
        guard let key = try? AttachmentKey(lease: bytes) else { return }
        #expect(key.containerID.isContainerID)
        #expect((try? AttachmentKey(lease: key.leaseContent)) == key)
      }
    }
  }

  @Test func showsDamageAndTrustsNothingOfIt() throws {
    try scratch.write("net/10.0.0.2", text: "pod-one\r\neth0")
    try scratch.write("net/10.0.0.3", [])
    try scratch.write("net/10.0.0.4", [0xff, 0xfe, 0, 1])
    try scratch.makeDirectory("net/10.0.0.5")
    try scratch.link("net/10.0.0.6", to: "10.0.0.2")
    try scratch.makeSparse("net/10.0.0.7", bytes: 100 << 20)
    scratch.makeFifo("net/10.0.0.8")
    try scratch.write("net/last_reserved_ip.0", text: "nonsense")
    try scratch.write("net/last_reserved_ip.99999999999999999999", text: "10.0.0.1")
    try scratch.write("net/lock", [])
    try scratch.write("net/10.0.0.300", text: "pod-one")
    try scratch.write("net/010.0.0.9", text: "pod-one")
    try scratch.write("net/\u{1b}[31mred", text: "pod-one")
    let directory = LeaseDirectory(scratch.path.appending("net"))
    #expect(directory.leases.map(\.address.description) == ["10.0.0.2"])
    #expect(
      directory.foreign == [
        "\u{1b}[31mred", "010.0.0.9", "10.0.0.300", "last_reserved_ip.99999999999999999999",
      ])
    #expect(
      directory.gaps.map(\.reason) == [
        "the file is empty", "\(FormatFailure.notALease)", "not a regular file",
        "not a regular file",
        "larger than 4096 bytes", "not a regular file", "the content is not an address",
      ])
  }

  @Test func readsOneFileAnew() throws {
    try scratch.write("net/10.0.0.2", text: "pod-one\r\neth0")
    let path = scratch.path.appending("net")
    guard case .lease(let lease) = LeaseFile(path.appending("10.0.0.2")) else {
      Issue.record("no lease")
      return
    }
    #expect(lease.holder == Self.key)
    #expect(LeaseFile(path.appending("10.0.0.3")) == .gone)
    #expect(LeaseFile("/nowhere/net/10.0.0.3") == .gone)
    #expect(LeaseFile(path.appending("lock")) == .lock)
    #expect(LeaseFile(path.appending("strange")) == .gone)
  }

  @Test func findsNetworksInADataDirectory() throws {
    try scratch.write("lab/10.0.0.2", text: "pod-one")
    try scratch.makeDirectory("empty")
    try scratch.write("file", [])
    try scratch.link("link", to: "lab")
    try scratch.makeDirectory("\u{1b}[2J")
    let data = DataDirectory(scratch.path)
    #expect(data.networks.map(\.network) == ["empty", "lab"])
    #expect(data.gaps.count == 3)
    #expect(DataDirectory(scratch.path.appending("none")).gaps.isEmpty)
  }
}
