import LabKit
import Testing

@Suite struct CommandLineTests {
  @Test func helpNamesTheProgram() throws {
    let help = try Command(Project.cnitop, "--help")
    #expect(help.exitCode == 0)
    #expect(help.output.contains("USAGE: cnitop"))
    #expect(help.errors.isEmpty)
  }

  @Test(arguments: [
    ["--no-such-option"], ["snapshot", "-o", "no-such-form"], ["add"], ["no-such"],
  ])
  func aWrongCommandLineIsRefusedInOneLineOnStandardError(_ words: [String]) throws {
    let wrong = try Command([Project.cnitop] + words)
    #expect(wrong.exitCode == 64)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.hasPrefix("Error: "))
    #expect(wrong.errors.split(separator: "\n").count == 1)
  }

  @Test func outputThatCannotBeWrittenIsSaid() throws {
    let full = try Command(
      "bash", "-c", "exec \(Project.cnitop) snapshot -o json >/dev/full")
    #expect(full.exitCode == 1)
    #expect(full.errors == "Error: cannot write to standard output: No space left on device\n")
  }
}
