import Kernel
import SystemPackage
import Testing

@Suite struct ChildProcessTests {
  @Test func tellsWhatAProgramSaysAndHowItEnds() throws {
    let child = try ChildProcess(
      running: "/bin/sh", ["-c", "cat; echo \"$WORD\" >&2; exit 3"], environment: ["WORD": "b"],
      input: Array("a".utf8))
    #expect(child.exitCode == 3)
    #expect(child.output == Array("a".utf8) && child.errors == Array("b\n".utf8))
  }

  @Test func aProgramInheritsNoBlockedSignalAndNoDescriptor() throws {
    let seen = try SideThread { () throws(KernelError) in
      try ChildProcess(
        running: "/bin/sh", ["-c", "grep SigBlk /proc/self/status; ls /proc/self/fd | wc -l"]
      ).output
    }.join()
    let lines = String(decoding: seen, as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "SigBlk:\t0000000000000000")
    #expect(lines.last == "4")  // its three, and the directory it lists
  }

  @Test func endsAProgramThatSaysTooMuchOrTakesTooLong() {
    #expect(throws: KernelError("run /bin/sh", .refused(.fileTooLarge))) {
      try ChildProcess(running: "/bin/sh", ["-c", "yes"], limit: 1000)
    }
    #expect(throws: KernelError("run /bin/sh", .refused(.timedOut))) {
      try ChildProcess(running: "/bin/sh", ["-c", "exec sleep 20"], within: .milliseconds(50))
    }
  }

  @Test func saysThatThereIsNoProgram() {
    #expect(throws: KernelError("run /nowhere", .refused(.noSuchFileOrDirectory))) {
      try ChildProcess(running: "/nowhere")
    }
  }
}
