import ArgumentParser
import CNI
import Engine
import Kernel
import SystemPackage

/// Where a runtime finds its files.
struct RuntimeOptions: ParsableArguments {
  @Option(help: "Where networks are configured.")
  var confDir = "/etc/cni/net.d"

  @Option(help: "Where results are remembered.")
  var cacheDir = "/var/lib/cni/results"

  @Option(
    help: """
      Where plugins are looked for. May be given more than once; else the directories of CNI_PATH.
      """)
  var binDir: [String] = []

  @Flag(help: "Run the program bridge instead of the one built in.")
  var exec = false

  var runtime: Runtime {
    var runtime = Runtime()
    runtime.confDirectory = FilePath(confDir)
    runtime.cacheDirectory = FilePath(cacheDir)
    let path = Environment.variables(["CNI_PATH"]).values.flatMap { $0.split(separator: ":") }
    if !path.isEmpty { runtime.binDirectories = path.map(String.init) }
    if !binDir.isEmpty { runtime.binDirectories = binDir }
    runtime.prefersPrograms = exec
    return runtime
  }

  /// The runtime, after it was said which files are of no use.
  func reportedRuntime() throws -> Runtime {
    let runtime = runtime
    for notice in runtime.notices { try StandardError.writeLine("passed over: \(notice)") }
    return runtime
  }
}
