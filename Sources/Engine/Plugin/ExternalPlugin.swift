import CNI
import Files
import Kernel
import SystemPackage

/// A plugin that is another program.
struct ExternalPlugin {
  let path: String
  private let invocation: Invocation

  /// Looks for the program in the directories of the invocation.
  ///
  /// - Throws: if it is in none of them.
  init(_ type: String, _ invocation: Invocation) throws(CNIError) {
    guard !type.isEmpty, !type.utf8.contains(UInt8(ascii: "/")), type != ".", type != ".." else {
      throw CNIError(.invalidConfiguration, "\"type\" cannot be \"\(type.prefix(64))\"")
    }
    self.invocation = invocation
    path = try Self.path(of: type, in: invocation.path)
  }

  private static func path(of type: String, in directories: [String]) throws(CNIError) -> String {
    for directory in directories {
      guard let opened = try? Directory(FilePath(directory)),
        let facts = try? opened.facts(type, links: .followed), facts.isExecutable
      else { continue }
      return "\(directory)/\(type)"
    }
    throw CNIError(
      .io, "there is no plugin \(type)", details: directories.joined(separator: ":"))
  }

  /// Runs it with this configuration; what it answers comes back.
  ///
  /// - Throws: its own error, word for word; also if somebody else than root and us may have put it there.
  func call(
    _ command: Invocation.Command, _ configuration: [UInt8]
  ) throws(CNIError) -> [UInt8] {
    let program = try program()
    let child: ChildProcess
    do throws(KernelError) {
      child = try ChildProcess(
        running: program, environment: environment(command), input: configuration)
    } catch {
      throw CNIError(.io, words(of: error))
    }
    guard child.exitCode != 0 else { return child.output }
    if let error = CNIError(answer: child.output) { throw error }
    let said = String(decoding: child.errors.prefix(400), as: UTF8.self)
    throw CNIError(.io, "\(path) failed with \(child.exitCode)", details: said)
  }

  private func words(of error: KernelError) -> String {
    switch error.cause {
    case .refused(.timedOut, _): "\(path) was ended: it takes longer than a minute"
    case .refused(.fileTooLarge, _): "\(path) was ended: it says more than 1 MiB"
    case .refused, .garbled, .neverSettled: error.description
    }
  }

  private func program() throws(CNIError) -> Program {
    do throws(FileFailure) {
      return try Program(FilePath(path))
    } catch {
      throw CNIError(.io, "\(path) is not run: \(error)")
    }
  }

  private func environment(_ command: Invocation.Command) -> [String: String] {
    var variables = invocation.variables
    variables["CNI_COMMAND"] = command.rawValue
    variables["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return variables
  }
}
