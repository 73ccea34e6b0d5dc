import ArgumentParser
import CNI
import Engine

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
