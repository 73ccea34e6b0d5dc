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

  /// Not a shell, which would put its own signals in order first.
  @Test(arguments: [
    (["/bin/grep", "SigBlk", "/proc/self/status"], "SigBlk:\t0000000000000000\n"),
    (["/bin/ls", "/proc/self/fd"], "0\n1\n2\n3\n"),  // its three, and the directory it lists
  ])
  func aProgramInheritsNoBlockedSignalAndNoDescriptor(words: [String], said: String) throws {
    let output = try SideThread { () throws(KernelError) in
      try ChildProcess(running: words[0], Array(words.dropFirst())).output
    }.join()
    #expect(String(decoding: output, as: UTF8.self) == said)
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
