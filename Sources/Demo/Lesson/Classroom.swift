import Addressing
import CNI
import Engine
import Kernel
import Synchronization

/// The node of the lesson: an uplink, a configured network, and no pod yet. For inside a ``Sandbox`` only.
///
/// What is done to it are the engine's own steps, told in the order of a lecture.
public final class Classroom: Sendable {
  static let pod = "red"
  static let secondPod = "blue"
  static let address = Prefix(.v4(0x0a16_0002), size: 24)  // 10.22.0.2/24
  static let gateway = Prefix(.v4(0x0a16_0001), size: 24)  // 10.22.0.1/24
  static let forwarding = Sysctl("net/ipv4/ip_forward")

  let runtime = Runtime()
  private let plan = Mutex<[Step]?>(nil)

  public init() throws {
    try Uplink.make()
    try DemoNetwork().write()
    try Self.forwarding.set("0")
  }

  static let key = AttachmentKey(containerID: pod, interfaceName: "eth0")
  static let mark = RuleTag(network: DemoNetwork.name, key: key)
  /// The host's end of the first pod's cable.
  static let port = mark.hostInterface(attempt: 0)

  static func order(_ name: String, arguments: String = "") -> Runtime.Order {
    Runtime.Order(
      network: DemoNetwork.name,
      key: AttachmentKey(containerID: name, interfaceName: "eth0"),
      namespacePath: "/run/netns/\(name)", arguments: arguments)
  }

  /// Performs those steps of the first pod's ADD that are wanted.
  func perform(_ isWanted: (Step) -> Bool) throws {
    var executor = try NodeExecutor()
    try Plan(try steps().filter(isWanted)).perform(with: &executor)
  }

  /// What ADD would do, as it was decided before anything was done.
  private func steps() throws -> [Step] {
    if let known = plan.withLock({ $0 }) { return known }
    let steps = try runtime.plan(add: Self.order(Self.pod)).bridge.steps
    plan.withLock { $0 = steps }
    return steps
  }
}
