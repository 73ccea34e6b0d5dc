import CNI
import Files
import Kernel
public import NodeSetup
import SystemPackage
import Topology

/// Plugins to be asked for their versions: programs are run for that, so only those of CNI are asked.
public struct PluginInquiry: Equatable, Sendable {
  private var keys: [PluginVersions.Key] = []

  /// Those that nothing is known of yet. A program that neither a configuration names nor is known to
  /// be a plugin is not run; nor is any for somebody who looks with rights lent to this program.
  public init(_ files: NodeFiles, knowing known: PluginVersions) {
    guard !ElevatedPrivileges.arePresent else { return }
    let names = PluginProgram.knownNames.union(files.programs)
    for folder in files.plugins {
      for program in folder.programs
      where names.contains(program.name) && Plugin.State(program, in: folder) == .callable {
        let key = PluginVersions.Key(program, in: folder)
        if known[key] == nil { keys.append(key) }
      }
    }
  }

  public var isEmpty: Bool { keys.isEmpty }

  /// Asks one after the other, and waits for each no longer than two seconds. None may write a file.
  public func ask() -> PluginVersions {
    keys.reduce(into: PluginVersions()) { answers, key in answers[key] = Self.ask(key.path) }
  }

  private static func ask(_ path: String) -> PluginVersions.Answer {
    do throws(FileFailure) {
      return ask(try Program(FilePath(path)))
    } catch {
      return .failed("not asked: \(error)")
    }
  }

  private static func ask(_ program: borrowing Program) -> PluginVersions.Answer {
    do throws(KernelError) {
      let child = try ChildProcess(
        running: program,
        environment: ["CNI_COMMAND": "VERSION", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"],
        input: Array(#"{"cniVersion":"1.0.0"}"#.utf8),
        limits: .init(output: 65_536, time: .seconds(2), files: .readOnly))
      guard child.exitCode == 0 else { return .failed("it ends with \(child.exitCode)") }
      return CNIVersion.supported(answer: child.output).map { .versions($0) }
        ?? .failed("its answer is no list of versions")
    } catch {
      let isLate = error.cause == .refused(.timedOut)
      return .failed(isLate ? "no answer within 2 seconds" : "\(error.cause)")
    }
  }
}
