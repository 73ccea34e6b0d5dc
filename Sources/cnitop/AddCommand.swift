import ArgumentParser
import Cells
import Engine

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Attach a container to a network, as a runtime does.",
    discussion: """
      Example: ip netns add web; cnitop add --plan mynet web

      The bridge with host-local is built in; other plugins are run from the bin directories.
      """)

  @OptionGroup var attachment: AttachmentOptions
  @OptionGroup var files: RuntimeOptions

  @Flag(help: "Print what would be done, as a script, and do nothing.")
  var plan = false

  func run() throws {
    guard plan else {
      try StandardOutput.write(files.runtime.add(attachment.order) + [UInt8(ascii: "\n")])
      return
    }
    try StandardOutput.write(files.runtime.plan(add: attachment.order))
  }
}

extension StandardOutput {
  /// Each step with its title and its reason as comments, and the commands that do the same.
  static func write(_ plan: Plan) throws {
    for (index, step) in plan.steps.enumerated() {
      try writeLine("# \(index + 1). \(step.title.cleaned): \(step.reason.cleaned)")
      for command in step.commands {
        for line in command.split(separator: "\n") { try writeLine(String(line).cleaned) }
      }
    }
  }
}
