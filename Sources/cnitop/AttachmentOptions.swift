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
  func attended() throws -> Runtime {
    let runtime = runtime
    for notice in runtime.notices { try StandardError.writeLine("passed over: \(notice)") }
    return runtime
  }
}

/// Which interface of which container.
struct AttachmentOptions: ParsableArguments {
  @Argument(help: "The network's name.")
  var network: String

  @Argument(help: "The container's namespace: a name in /run/netns, or a path.")
  var namespace: String

  @Option(
    name: .customLong("id"), help: "The container's id; the namespace's name if there is none.")
  var containerID: String?

  @Option(name: .customLong("ifname"), help: "The interface's name in the container.")
  var interfaceName = "eth0"

  @Option(help: "CNI_ARGS, such as IP=10.0.0.9;IgnoreUnknown=1.")
  var args = ""

  @Option(help: "What plugins may get that declare it, as a JSON object (CAP_ARGS).")
  var capabilities: String?

  var order: Runtime.Order {
    let isPath = namespace.hasPrefix("/")
    let name = namespace.split(separator: "/").last.map(String.init) ?? namespace
    return Runtime.Order(
      network: network,
      key: AttachmentKey(containerID: containerID ?? name, interfaceName: interfaceName),
      namespacePath: isPath ? namespace : "/run/netns/\(namespace)", arguments: args,
      capabilities: capabilities.map { Array($0.utf8) })
  }
}
