import ArgumentParser
import Engine

struct DelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "del",
    abstract: "Detach a container from a network; also one that is gone.",
    discussion: "Example: cnitop del mynet web")

  @OptionGroup var attachment: AttachmentOptions
  @OptionGroup var files: RuntimeOptions

  @Flag(help: "Print what would be done, as a script, and do nothing.")
  var plan = false

  func run() throws {
    guard plan else { return try files.runtime.del(attachment.order) }
    let plan = try files.runtime.plan(del: attachment.order)
    try StandardOutput.writeLines(
      plan.programs.reversed().map { "# \($0) DEL" } + plan.bridge.script)
  }
}
