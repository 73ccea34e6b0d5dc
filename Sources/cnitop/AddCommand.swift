import ArgumentParser
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
    let plan = try files.runtime.plan(add: attachment.order)
    try StandardOutput.writeLines(plan.bridge.script + plan.programs.map { "# \($0) ADD" })
  }
}
