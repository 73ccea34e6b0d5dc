import ArgumentParser
import Engine

struct DelCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "del",
    abstract: "Detach a container from a network; also one that is gone.",
    discussion: """
      Example: cnitop del mynet web

      What is gone already is no failure. What was changed is written to stderr.
      """)

  @OptionGroup var attachment: AttachmentOptions
  @OptionGroup var files: RuntimeOptions
  @OptionGroup var changes: ChangeOptions

  var access: NodeAccess { .readWrite }

  func run() throws {
    if changes.plan { return try changes.write(files.runtime.plan(del: attachment.order)) }
    try changes.observed(files.reportedRuntime()).del(attachment.order)
  }
}
