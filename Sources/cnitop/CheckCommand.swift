import ArgumentParser
import Engine

struct CheckCommand: NodeCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "See whether a container is still attached as it was.",
    discussion: """
      Example: cnitop check mynet web && echo all is well

      Says nothing if it is; else what is different, with exit status 1.
      """)

  @OptionGroup var attachment: AttachmentOptions
  @OptionGroup var files: RuntimeOptions

  var access: NodeAccess { .readWrite }

  func run() throws {
    try files.reportedRuntime().check(attachment.order)
  }
}
