import Files
import Kernel
import LabKit
import Netlink
import SystemPackage
import TestKit
import Testing

@Suite struct NetworkNamespaceTests {
  @Test func refusesWhatIsNoNetworkNamespace() throws {
    let scratch = try Scratch()
    try scratch.write("file", [])
    scratch.makeFifo("fifo")
    let invalid = KernelError.Cause.refused(.invalidArgument)
    #expect(refusal(of: scratch.path.appending("file").string) == invalid)
    #expect(refusal(of: scratch.path.appending("fifo").string) == invalid)
    #expect(refusal(of: scratch.path.string) == invalid)
    #expect(refusal(of: "/proc/self/ns/mnt") == invalid)
    #expect(refusal(of: "/dev/null") == invalid)
    #expect(
      refusal(of: scratch.path.appending("nothing").string) == .refused(.noSuchFileOrDirectory))
  }

  @Test func refusalsNameThePath() {
    #expect(throws: KernelError("open /nowhere", .refused(.noSuchFileOrDirectory))) {
      _ = try NetworkNamespace(path: "/nowhere", name: "red").descriptor
    }
  }

  @Test func theCurrentOneIsTheThreadsOwn() throws {
    let current = NetworkNamespace.current(name: "host")
    #expect(current.descriptor == nil)
    let file = try FileFacts("/proc/thread-self/ns/net", links: .followed)
    #expect(try current.identity() == file.identity)
  }

  @Test(.needs(.root)) func aVisitLeavesItsThreadWhereItIs() throws {
    let before = try here()
    let namespace = try NetworkNamespace.makePrivate(name: "red")
    let inside = try namespace.visit { () throws(KernelError) in try here() }
    #expect(inside == (try namespace.identity()))
    #expect(inside != before)
    #expect(try here() == before)
  }

  @Test(.needs(.root)) func whatFailsInsideSaysWhere() throws {
    let namespace = try NetworkNamespace.makePrivate(name: "red")
    let failure = KernelError("find it", .neverSettled)
    #expect(throws: failure.happening(in: "red")) {
      try namespace.visit { () throws(KernelError) in throw failure }
    }
  }

  @Test(.needs(.root)) func aPrivateOneHasALoopbackAlone() throws {
    let names = try NetworkNamespace.makePrivate(name: "red").visit { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      return try socket.list(.links).filter { $0.kind == nil && $0.mtu > 0 }.map(\.name)
    }
    #expect(names.contains("lo"))
  }

  private func refusal(of path: String) -> KernelError.Cause? {
    do throws(KernelError) {
      _ = try NetworkNamespace(path: path, name: "test").descriptor
      return nil
    } catch {
      return error.cause
    }
  }
}

/// The namespace of the calling thread.
private func here() throws(KernelError) -> FileIdentity {
  try NetworkNamespace.current(name: "here").identity()
}
