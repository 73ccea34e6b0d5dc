import Kernel
import LabKit
import SystemPackage
import Testing

@Suite struct ChildProcessTests {
  @Test func givesInputAndTakesOutput() throws {
    let child = try ChildProcess(
      running: "/bin/sh", ["-c", "cat; echo $NAME >&2; exit 7"], environment: ["NAME": "value"],
      input: Array("said".utf8))
    #expect(child.exitCode == 7)
    #expect(child.output == Array("said".utf8))
    #expect(child.errors == Array("value\n".utf8))
  }

  @Test func passesOnNothingElse() throws {
    let child = try ChildProcess(running: "/bin/sh", ["-c", "env; ls /proc/self/fd"])
    let said = String(decoding: child.output, as: UTF8.self)
    #expect(!said.contains("HOME=") && said.hasSuffix("0\n1\n2\n3\n"))
  }

  @Test func takesAsMuchInputAsAConfigurationMayHave() throws {
    let input = [UInt8](repeating: 65, count: 1 << 20)
    let child = try ChildProcess(running: "/bin/cat", input: input, limit: 1 << 21)
    #expect(child.output == input)
  }

  @Test func saysThatItIsNotThere() {
    #expect(throws: KernelError("run /nowhere", .refused(.noSuchFileOrDirectory))) {
      _ = try ChildProcess(running: "/nowhere")
    }
  }

  @Test func endsWhatSaysTooMuchOrTakesTooLong() {
    #expect(throws: KernelError("run /bin/sh", .refused(.fileTooLarge))) {
      _ = try ChildProcess(running: "/bin/sh", ["-c", "exec yes"], limit: 1000)
    }
    #expect(throws: KernelError("run /bin/sh", .refused(.timedOut))) {
      _ = try ChildProcess(
        running: "/bin/sh", ["-c", "exec sleep 30"], within: .milliseconds(50))
    }
  }
}
