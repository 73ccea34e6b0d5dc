import Foundation
import Kernel
import Testing

@Suite struct ThreadTests {
  @Test func aSideThreadHearsNoSignalButFaults() throws {
    let blocked = try SideThread { () throws(KernelError) in blockedSignals() }.join()
    #expect(blocked.isSuperset(of: [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCHLD, SIGUSR1]))
    #expect(blocked.isDisjoint(with: [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT]))
  }

  @Test func startingOneLeavesTheStarterHearing() throws {
    let before = blockedSignals()
    try SideThread { () throws(KernelError) in }.join()
    #expect(blockedSignals() == before)
  }

  @Test func handsOverWhatCameOfIt() throws {
    #expect(try SideThread { () throws(KernelError) in 42 }.join() == 42)
    let failure = KernelError("work", .neverSettled)
    #expect(throws: failure) {
      try SideThread { () throws(KernelError) -> Int in throw failure }.join()
    }
  }
}

/// Those that the calling thread does not hear.
private func blockedSignals() -> Set<Int32> {
  var mask = sigset_t()
  unsafe pthread_sigmask(SIG_BLOCK, nil, &mask)
  return Set((1...31).filter { unsafe sigismember(&mask, $0) == 1 })
}
