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

  @Test(arguments: [
    ["%"], ["snapshot", "-o", "%"], ["add", "%", "red"], ["status", "%"], ["version", "%"],
    ["add", "net", "%"], ["add", "net", "red", "--ifname", "%"], ["gc", "net", "--keep", "%"],
    ["demo", "--scenario", "%"], ["help", "%"],
    ["add", "net", "red", "--conf-dir", "%"], ["rules", "--packet", "tcp 1.1.1.1 > % in x"],
  ]) func nothingOfItsArgumentsReachesTheTerminalAsItIs(_ words: [String]) throws {
    let hostile = "n\u{1b}[31m\u{9b}31m\u{202e}\nx\u{7}"
    let command = try Command(
      [Project.cnitop] + words.map { $0.replacing("%", with: hostile) },
      environment: ["TERM": hostile])
    let said = (command.output + command.errors).unicodeScalars
    #expect(said.contains { $0 == "␛" } || words[0] == "help")
    #expect(said.allSatisfy { $0 == "\n" || !isObeyed($0) })
    #expect(command.errors.split(separator: "\n").count <= 1)
  }

  private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    [.control, .format].contains(scalar.properties.generalCategory)
  }

  @Test func outputThatCannotBeWrittenIsSaid() throws {
    let full = try Command(
      "bash", "-c", "exec \(Project.cnitop) snapshot -o json >/dev/full")
    #expect(full.exitCode == 1)
    #expect(full.errors == "Error: cannot write to standard output: No space left on device\n")
  }
}
