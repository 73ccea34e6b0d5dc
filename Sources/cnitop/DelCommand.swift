import ArgumentParser
import Engine

struct DelCommand: BoundedCommand {
  static let configuration = CommandConfiguration(
    commandName: "del",
    abstract: "Detach a container from a network; also one that is gone.",
    discussion: """
      Example: cnitop del mynet web

      What is gone already is no failure. What was changed is written to stderr.
      """)

  @OptionGroup var attachment: AttachmentOptions
  @OptionGroup var files: RuntimeOptions
  @OptionGroup var manner: ChangeOptions

  var bounds: Bounds { .changing }

  func run() throws {
    if manner.plan { return try manner.write(files.runtime.plan(del: attachment.order)) }
    try manner.attended(files.attended()).del(attachment.order)
  }
}
