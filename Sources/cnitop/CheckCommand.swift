import ArgumentParser
import Engine

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "See whether a container is still attached as it was.")

  @OptionGroup var attachment: AttachmentOptions
  @OptionGroup var files: RuntimeOptions

  func run() throws {
    try files.runtime.check(attachment.order)
  }
}
