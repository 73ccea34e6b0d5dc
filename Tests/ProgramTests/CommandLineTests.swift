import LabKit
import Testing

@Suite struct CommandLineTests {
  @Test func helpNamesTheProgram() throws {
    let help = try Command(Project.cnitop, "--help")
    #expect(help.exitCode == 0)
    #expect(help.output.contains("USAGE: cnitop"))
    #expect(help.errors.isEmpty)
  }

  @Test func aWrongOptionIsRefusedOnStandardError() throws {
    let wrong = try Command(Project.cnitop, "--no-such-option")
    #expect(wrong.exitCode == 64)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.contains("--no-such-option"))
  }
}
