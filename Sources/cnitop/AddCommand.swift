import ArgumentParser
import Engine

struct AddCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Attach a container to a network, as a runtime does.",
    discussion: """
      Examples:
        ip netns add web
        cnitop add mynet web --plan      what would be done, as a script
        cnitop add mynet web --step      one step at a time
        cnitop add mynet web

      The bridge with host-local is built in; other plugins are run from the bin directories. The \
      result is written to stdout, and what was changed to stderr. If anything fails, what was done \
      is undone.
      """)

  @OptionGroup var attachment: AttachmentOptions
  @OptionGroup var files: RuntimeOptions
  @OptionGroup var changes: ChangeOptions

  var access: NodeAccess { .readWrite }

  func run() throws {
    if changes.plan { return try changes.write(files.runtime.plan(add: attachment.order)) }
    let result = try changes.observed(files.reportedRuntime()).add(attachment.order)
    try StandardOutput.write(json: result + [UInt8(ascii: "\n")])
  }
}
