import Addressing
import CNI
import Engine
import Glibc
import Kernel
import LabKit
import SystemPackage
import TestKit
import Testing

/// Whatever fails, and wherever a run ends, the node is in the end as it was in the beginning.
@Suite(.needs(.root), .needs(.programs(["ip", "nft"]))) struct FaultTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(arguments: 0..<12) func aFailureAfterAnyStepIsUndone(_ count: Int) throws {
    let (before, after) = try onNode { pod in
      let before = try state(pod)
      var executor = Faulty(node: try NodeExecutor(), stepsLeft: count, undoes: true)
      let failure = #expect(throws: PlanFailure.self) {
        try plan(pod).perform(with: &executor)
      }
      #expect(failure?.leftovers == [])
      return (before, try state(pod))
    }
    #expect(before == after)
  }

  @Test(arguments: 0..<12) func whatARunThatWasKilledLeftIsDeleted(_ count: Int) throws {
    let (before, after) = try onNode { pod in
      // What the network's other containers use stays, so it is there before.
      var first = try NodeExecutor()
      try plan(pod, id: "first").perform(with: &first)
      try del(pod, id: "first", with: &first)
      let before = try state(pod)
      var executor = Faulty(node: try NodeExecutor(), stepsLeft: count, undoes: false)
      #expect(throws: PlanFailure.self) { try plan(pod).perform(with: &executor) }
      var next = try NodeExecutor()
      try del(pod, with: &next)
      return (before, try state(pod))
    }
    #expect(before == after)
  }

  @Test func aSecondTimeChangesNothingThatIsShared() throws {
    try onNode { pod in
      var executor = try NodeExecutor()
      try plan(pod, id: "first").perform(with: &executor)
      let other = try NetworkNamespace.makePrivate(name: "other")
      let reports = try plan(try other.path(), id: "second").perform(with: &executor)
      for report in reports {
        switch report.step {
        case .createBridge, .forward, .addGateways:
          #expect(report.outcome == .alreadySo && report.changes.isEmpty)
        default: continue
        }
      }
    }
  }

  @Test func forwardingStaysOnForWhoeverReliesOnItMeanwhile() throws {
    try onNode { pod in
      let other = try NetworkNamespace.makePrivate(name: "other")
      let path = try other.path()
      let mine = try plan(pod)
      let observer = PlanObserver(confirm: { step throws(StepFailure) in
        guard case .masquerade = step else { return }
        var executor = try NodeExecutor()
        _ = try? plan(path, id: "other", bridge: "cni1").perform(with: &executor)
        throw .stopped
      })
      var executor = try NodeExecutor()
      #expect(throws: PlanFailure.self) { try mine.perform(with: &executor, before: observer) }
      #expect(try Sysctl("net/ipv4/ip_forward").value() == "1")
      #expect(throws: Never.self) { try executor.check(.waitForCarrier(host("other"))) }
      #expect(throws: StepFailure.self) { try executor.check(.waitForCarrier(host("one"))) }
    }
  }

  /// Runs `body` on a thread of its own, in an empty namespace, with the path of another.
  private func onNode<Value: Sendable>(
    _ body: @escaping @Sendable (String) throws -> Value
  ) throws -> Value {
    let host = try NetworkNamespace.makePrivate(name: "host")
    let pod = try NetworkNamespace.makePrivate(name: "pod")
    let path = try pod.path()
    return try host.visit { () throws(KernelError) in Result { try body(path) } }.get()
  }

  private func input(_ pod: String) throws -> PluginInput {
    let text = PluginTests.config("1.0.0", #""macspoofchk":true,"#)
      .replacing("DATA", with: scratch.path.appending("data").string)
    return try PluginInput(Array(text.utf8))
  }

  private func attachment(_ pod: String, _ id: String) -> Engine.Attachment {
    Engine.Attachment(
      network: "mynet", key: AttachmentKey(containerID: id, interfaceName: "eth0"),
      namespacePath: pod)
  }

  private func host(_ id: String) -> String { attachment("", id).tag.hostInterface(attempt: 0) }

  private func plan(
    _ pod: String, id: String = "one", bridge: String = "cni0"
  ) throws -> Plan {
    let input = try input(pod)
    var config = try input.bridge(PluginArguments())
    config.bridge = bridge
    let local = try input.hostLocal(PluginArguments())
    let attachment = attachment(pod, id)
    let taken = LeaseDirectory(FilePath(local.dataDir).appending(local.network)).leases
    let reservation = Reservation(
      dataDir: local.dataDir, network: local.network, key: attachment.key,
      addresses: try Allocator(local.sets, taken: Set(taken.map(\.address))).allocate())
    return .add(
      attachment, at: PodEnd(namespacePath: pod, name: "eth0"), config,
      Assignment(reservation, routes: local.routes).completed(by: config),
      host: attachment.tag.hostInterface(attempt: 0))
  }

  private func del(
    _ pod: String, id: String = "one", with executor: inout NodeExecutor
  ) throws {
    let input = try input(pod)
    let local = try input.hostLocal(PluginArguments())
    let attachment = attachment(pod, id)
    let reservation = Reservation(
      dataDir: local.dataDir, network: local.network, key: attachment.key)
    let failures = Plan.del(attachment, try input.bridge(PluginArguments()), reservation)
      .performAll(with: &executor)
    #expect(failures == [])
  }

  /// All that an ADD changes. Empty tables and chains of nftables, which hold nothing, are left out.
  private func state(_ pod: String) throws -> String {
    let leases = LeaseDirectory(scratch.path.appending("data/mynet")).leases
    return try [
      links(Command("ip", "-br", "link")), Command("ip", "-o", "-4", "address").output,
      Command("nft", "list", "ruleset").output.split(separator: "\n")
        .filter { $0.contains("container") || $0.contains("comment") || $0.contains("cni-") }
        .joined(),
      Command("sysctl", "net.ipv4.ip_forward", "net.ipv6.conf.all.forwarding").output,
      links(Command("nsenter", "--net=\(pod)", "ip", "-br", "link")),
      leases.map(\.address.description).joined(separator: " "),
    ].joined(separator: "\n")
  }
}

/// Names and MAC addresses, and whether they are set up; not what the kernel makes of that, for that takes time.
private func links(_ command: Command) -> String {
  command.output.split(separator: "\n").map { line in
    let words = line.split(separator: " ")
    return "\(words[0]) \(words[2]) \(line.contains(",UP"))"
  }.joined(separator: "\n")
}

/// Does so many steps on the node, and fails after the next; as if killed then if it does not undo.
private struct Faulty: ~Copyable, Executor {
  var node: NodeExecutor
  var stepsLeft: Int
  let undoes: Bool

  mutating func perform(
    _ step: Step, _ journal: inout [Undo]
  ) throws(StepFailure) -> StepReport.Outcome {
    let outcome = try node.perform(step, &journal)
    stepsLeft -= 1
    if stepsLeft < 0 { throw .kernel("the test says so") }
    return outcome
  }

  mutating func undo(_ undo: Undo) throws(StepFailure) {
    if undoes { try node.undo(undo) }
  }
}

extension NetworkNamespace {
  /// What another process, such as `ip`, can open it by, for as long as this value lives.
  borrowing func path() throws -> String {
    "/proc/\(getpid())/fd/\(descriptor ?? -1)"
  }
}
