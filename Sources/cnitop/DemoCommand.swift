import ArgumentParser
import Demo
import Kernel
import Screens
import Terminal

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "A private node full of pods, and the live screen on it; needs no root.",
    discussion: """
      Examples:
        cnitop demo
        cnitop demo --pods 200

      The node lives in namespaces of its own and ends with the screen. Nothing outside it changes.
      """)

  @Option(help: "How many pods.")
  var pods = 6

  func validate() throws {
    guard 0...DemoNode.mostPods ~= pods else {
      throw ValidationError("--pods takes 0 to \(DemoNode.mostPods).")
    }
  }

  func run() throws {
    guard StandardInput.isTerminal, StandardOutput.isTerminal else {
      throw TerminalFailure.notATerminal
    }
    if pods > 100 { try StandardError.writeLine("cnitop: wiring \(pods) pods") }
    try Sandbox.enter(hostName: "demo")
    _ = try DemoNode(pods: pods)
    try Traffic.start()
    var screen = try LiveScreen(mode: .writing)
    _ = try screen.run()
  }
}
