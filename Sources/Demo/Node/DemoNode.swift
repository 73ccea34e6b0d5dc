import Addressing
import Engine
import Kernel
import Netlink

/// A node with pods on one bridge, wired as a runtime would have it. For inside a ``Sandbox`` only.
public struct DemoNode: Sendable {
  /// As many as a bridge has ports for, and a few to try things with.
  public static let mostPods = 1000

  public let pods: [DemoPod]
  let network: DemoNetwork
  let runtime = Runtime()

  /// Makes the uplink and the configuration, and wires the pods.
  public init(pods count: Int) throws {
    network = DemoNetwork(pods: count)
    pods = (0..<count).map { DemoPod($0) }
    try Uplink.make()
    try network.write()
    try start(pods.prefix(DemoPod.known.count), atOnce: 1)
    try start(pods.dropFirst(DemoPod.known.count), atOnce: 8)
  }

  /// Several at once take a fraction of the time, for an ADD is mostly waiting for the kernel; one by
  /// one they get their addresses in order.
  private func start(_ pods: ArraySlice<DemoPod>, atOnce count: Int) throws {
    guard count > 1, pods.count > 1 else {
      for pod in pods { try start(pod) }
      return
    }
    let half = pods.count / 2
    let others = try SideThread { () throws(KernelError) in
      Result { try start(pods.dropFirst(half), atOnce: count / 2) }
    }
    let own = Result { try start(pods.prefix(half), atOnce: count / 2) }
    try others.join().get()
    try own.get()
  }

  /// Makes a pod's namespace and attaches it.
  func start(_ pod: DemoPod) throws {
    try makeNamespace(of: pod)
    _ = try runtime.add(pod.order)
  }

  /// One that waits for its network.
  func makeNamespace(of pod: DemoPod) throws(KernelError) {
    try NetworkNamespace.make(named: pod.name)
    try inside(pod.name) { (socket) throws(KernelError) in
      try socket.change("lo", LinkChange(isUp: true))
    }
  }

  /// What the pod with this number got, the first being 0.
  func address(of number: Int) -> IPAddress {
    .v4(0x0a16_0002 + UInt32(number))  // 10.22.0.2
  }
}
