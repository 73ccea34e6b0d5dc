import Addressing
import CNI
import Files
import LabKit
import SystemPackage
import TestKit
import Testing

@Suite struct LeaseStoreTests {
  let scratch: Scratch
  let key = AttachmentKey(containerID: "one", interfaceName: "eth0")

  init() throws { scratch = try Scratch() }

  private var data: FilePath { scratch.path.appending("deep/data") }

  private func store() throws -> LeaseStore { try LeaseStore(dataDir: data, network: "net") }

  @Test func writesLeasesAsHostLocalDoes() throws {
    let address = try #require(IPAddress("10.0.0.2"))
    do {
      let store = try store()
      #expect(try store.reserve(address, for: key))
      #expect(try !store.reserve(address, for: key))
      try store.setLastReserved(address, ofSet: 1)
    }
    let file = try File(data.appending("net/10.0.0.2"), limit: 100)
    #expect(file.bytes == Array("one\r\neth0".utf8))
    #expect(file.facts.mode == 0o600)
    let found = LeaseDirectory(data.appending("net"))
    #expect(found.lastReserved == [1: address] && found.foreign.isEmpty && found.gaps.isEmpty)
  }

  @Test func releasesWhatIsTheAttachmentsAlone() throws {
    for (name, content) in [
      ("10.0.0.2", "one\r\neth0"), ("10.0.0.3", "one\r\neth1"), ("10.0.0.4", "two\r\neth0"),
      ("fd00::2", "one\r\neth0"),
    ] {
      try scratch.write("deep/data/net/\(name)", content.utf8)
    }
    do {
      let store = try store()
      #expect(try store.release(key).map(\.description) == ["10.0.0.2", "fd00::2"])
    }
    #expect(
      LeaseDirectory(data.appending("net")).leases.map(\.address.description)
        == ["10.0.0.3", "10.0.0.4"])
  }

  @Test func releasesALeaseFromBeforeInterfacesWereNamed() throws {
    try scratch.write("deep/data/net/10.0.0.2", "one".utf8)
    let store = try store()
    #expect(try store.release(key).count == 1)
  }

  @Test func makesNothingOnlyToRelease() throws {
    let store = try LeaseStore.existing(dataDir: data, network: "net")
    switch store {
    case .none: break
    case .some: Issue.record("made a directory")
    }
    #expect(throws: FileFailure.self) { _ = try Directory(scratch.path.appending("deep")) }
  }

  @Test func followsNoLinks() throws {
    try scratch.makeDirectory("deep/data/net")
    try scratch.write("outside", "precious".utf8)
    try scratch.link(
      "deep/data/net/last_reserved_ip.0", to: scratch.path.appending("outside").string)
    let address = try #require(IPAddress("10.0.0.2"))
    do {
      let store = try store()
      #expect(throws: FileFailure.notAFile) {
        try store.setLastReserved(address, ofSet: 0)
      }
    }
    #expect(try File(scratch.path.appending("outside"), limit: 100).bytes == Array("precious".utf8))
  }

  @Test func refusesANetworkThatLeadsElsewhere() throws {
    #expect(throws: FileFailure.refused(.invalidArgument)) {
      _ = try LeaseStore(dataDir: data, network: "..")
    }
  }

  @Test(.needs(.programs(["flock"]))) func locksWhatTheOthersLock() throws {
    let lock = data.appending("net/lock").string
    do {
      let store = try store()
      #expect(try Command("flock", "--nonblock", lock, "true").exitCode == 1)
      _ = store.found
    }
    #expect(try Command("flock", "--nonblock", lock, "true").exitCode == 0)
  }
}
