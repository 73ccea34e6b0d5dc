import Files
import FoundationEssentials
import Glibc
import Kernel
import SystemPackage
import TestKit
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
    (["/bin/grep", "SigIgn", "/proc/self/status"], "SigIgn:\t0000000000000000\n"),
    (["/bin/ls", "/proc/self/fd"], "0\n1\n2\n3\n"),  // its three, and the directory it lists
    (["/bin/sh", "-c", "echo $0"], "/bin/sh\n"),
    (
      ["/bin/sh", "-c", "exec 2>&1; echo >/dev/tty"],
      "/bin/sh: 1: cannot create /dev/tty: No such device or address\n"
    ),
  ])
  func aProgramInheritsNothingOfOurs(words: [String], said: String) throws {
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

  @Test func aProgramThatClosesItsOutputsIsWaitedForAllTheSame() throws {
    let child = try ChildProcess(
      running: "/bin/sh", ["-c", "exec >&- 2>&- <&-; sleep 0.1; exit 5"])
    #expect(child.exitCode == 5)
    #expect(throws: KernelError("run /bin/sh", .refused(.timedOut))) {
      try ChildProcess(
        running: "/bin/sh", ["-c", "exec >&- 2>&-; exec sleep 20"], within: .milliseconds(50))
    }
  }

  /// With a pipe of ours in its hands, in the program's session, in one of its own, and orphaned.
  @Test(arguments: ["sleep 200", "setsid sleep 200", "(setsid sleep 200 &)"])
  func nothingThatItStartedOutlivesAProgram(command: String) throws {
    let mark = "cnitop-\(UUID())"
    let child = try ChildProcess(
      running: "/bin/sh", ["-c", "export MARK=\(mark); \(command) & echo done"],
      within: .seconds(60))
    #expect(child.output == Array("done\n".utf8))
    #expect(try processes(marked: mark) == [])
    #expect(throws: KernelError.self) {
      try ChildProcess(
        running: "/bin/sh", ["-c", "export MARK=\(mark); \(command) & sleep 200"],
        within: .milliseconds(200))
    }
    #expect(try processes(marked: mark) == [])
  }

  @Test func whatWasLookedAtIsWhatRuns() throws {
    let scratch = try Scratch()
    let path = scratch.path.appending("program")
    for text in ["first", "second"] {
      try scratch.write("\(text)", "#!/bin/sh\necho \(text)\n".utf8)
      _ = unsafe chmod(scratch.path.appending(text).string, 0o755)
    }
    _ = unsafe rename(scratch.path.appending("first").string, path.string)
    let program = try Program(path)
    _ = unsafe rename(scratch.path.appending("second").string, path.string)
    #expect(try ChildProcess(running: program).output == Array("first\n".utf8))
  }

  @Test func saysThatThereIsNoProgram() throws {
    #expect(throws: KernelError("run /nowhere", .refused(.noSuchFileOrDirectory))) {
      try ChildProcess(running: "/nowhere")
    }
    let scratch = try Scratch()
    try scratch.write("text", "no program".utf8)
    let path = scratch.path.appending("text").string
    _ = unsafe chmod(path, 0o755)
    #expect(throws: KernelError("run \(path)", .refused(.execFormatError))) {
      try ChildProcess(running: path)
    }
  }

  /// The processes with this in their environment.
  private func processes(marked mark: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
      guard Int(name) != nil,
        let environment = try? File(FilePath("/proc/\(name)/environ"), limit: 1 << 20)
      else { return false }
      return String(decoding: environment.bytes, as: UTF8.self).contains(mark)
    }
  }
}
