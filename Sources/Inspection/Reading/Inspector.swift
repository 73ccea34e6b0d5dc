public import Kernel
public import NodeSetup
import Topology

/// Reads a whole node. The one place that decides what is read, and in what order.
public struct Inspector: Sendable {
  public var nodePaths: NodePaths = NodePaths()

  public init(nodePaths: NodePaths = NodePaths()) {
    self.nodePaths = nodePaths
  }

  /// Files and rules are read on threads of their own while this one visits namespaces.
  ///
  /// - Throws: if not even the node's own links can be listed. Everything less is a gap.
  public func snapshot() throws(KernelError) -> Snapshot {
    let nodePaths = nodePaths
    let files = try SideThread { () throws(KernelError) in
      NodeFiles(nodePaths, processes: AgentProcess.all(in: nodePaths.processes))
    }
    let rules = try SideThread { () throws(KernelError) in RuleFacts.read() }
    let names = try SideThread { () throws(KernelError) in RuntimeNames(nodePaths) }
    let forwards = forwardsIPv4
    let namespaces = try NamespaceTable.readAll()
    return Snapshot(
      takenAt: .now, host: .read(), agents: Agent.running(), forwardsIPv4: forwards,
      namespaces: namespaces,
      files: try files.join(), names: try names.join(), rules: try rules.join())
  }

  /// Whether the host passes on IPv4 packets of others; `nil` where that is not to be known.
  var forwardsIPv4: Bool? { try? Sysctl("net/ipv4/ip_forward").value() != "0" }
}

extension Timestamp {
  static var now: Timestamp { Timestamp(nanoseconds: WallClock.now) }
}
