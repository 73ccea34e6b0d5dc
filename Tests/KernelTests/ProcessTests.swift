import Files
import Foundation
import SystemPackage
import TestKit
import Testing

@testable import Kernel

@Suite struct ProcessTests {
  @Test func findsTheNamespaceOfEveryProcess() throws {
    let proc = try Scratch()
    try proc.process(20, namespace: "net:[4026532281]")
    try proc.process(3, namespace: "net:[4026531840]")
    try proc.makeDirectory("net")
    try proc.makeDirectory("99999999999")
    #expect(
      try ProcessTable.scan(proc.path)
        == ProcessTable(entries: [
          .init(id: 3, namespaceInode: 4_026_531_840), .init(id: 20, namespaceInode: 4_026_532_281),
        ]))
  }

  @Test func countsThoseThatHideTheirs() throws {
    let proc = try Scratch()
    try proc.process(1, namespace: "net:[1")
    try proc.process(2, namespace: "mnt:[1]")
    try proc.makeDirectory("3")
    #expect(try ProcessTable.scan(proc.path) == ProcessTable(hidden: 2))
  }

  @Test func findsItself() throws {
    let own = ProcessInfo.processInfo.processIdentifier
    let inode = try FileFacts("/proc/self/ns/net", links: .followed).identity.inode
    #expect(
      try ProcessTable.scan().entries.contains(.init(id: own, namespaceInode: inode)))
  }

  @Test func readsAProcesssNameAndContainer() throws {
    let proc = try Scratch()
    try proc.write("7/comm", "pause\n".utf8)
    try proc.write("7/cgroup", "0::/kubepods.slice/cri-containerd-\(id).scope\n".utf8)
    #expect(
      ProcessFacts.read(of: 7, root: proc.path) == ProcessFacts(name: "pause", containerID: id))
    #expect(ProcessFacts.read(of: 8, root: proc.path) == ProcessFacts(name: ""))
  }

  @Test(arguments: [
    "0::/docker/ID", "0::/system.slice/docker-ID.scope",
    "0::/machine.slice/libpod-ID.scope/container",
    "0::/kubepods.slice/kubepods-besteffort.slice/crio-ID.scope",
    "12:cpuset:/kubepods/besteffort/pod1b2c/ID\n1:name=systemd:/kubepods/besteffort/pod1b2c/ID",
    "0::/docker/OTHER/kubepods/ID",
  ])
  func findsTheContainerOfAControlGroup(_ text: String) {
    let groups = text.replacing("ID", with: id)
      .replacing("OTHER", with: String(repeating: "0", count: 64))
    #expect(ProcessFacts.containerID(inControlGroups: groups) == id)
  }

  @Test(arguments: [
    "", "0::/", "0::/init.scope", "0::/docker/8f3a", "0::/user.slice/user-1000.slice",
    "0::/docker/ID0", "0::/docker/٣",
  ])
  func aControlGroupMayBeNoContainers(_ text: String) {
    #expect(ProcessFacts.containerID(inControlGroups: text.replacing("ID", with: id)) == nil)
  }

  private let id = String(repeating: "8f3a", count: 16)
}

extension Scratch {
  fileprivate func process(_ id: Int, namespace: String) throws {
    try makeDirectory("\(id)/ns")
    try link("\(id)/ns/net", to: namespace)
  }
}
