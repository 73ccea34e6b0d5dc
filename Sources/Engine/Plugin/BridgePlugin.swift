import CNI
import Kernel

/// The operations of the plugin `bridge`.
struct BridgePlugin {
  let invocation: Invocation
  let input: PluginInput
  private let observer: PlanObserver

  init(
    _ invocation: Invocation, _ input: PluginInput, before observer: PlanObserver = PlanObserver()
  ) {
    self.invocation = invocation
    self.input = input
    self.observer = observer
  }

  /// Does what is asked, alone with the attachment: who else adds or deletes it is waited for.
  func perform() throws(CNIError) -> String {
    guard [.add, .del].contains(invocation.command) else { return try performLocked() }
    let locks = try AttachmentLocks.allocation(invocation.key, of: try input.network, .plugin)
    defer { withExtendedLifetime(locks) {} }
    return try performLocked()
  }

  /// The same, where the attachment's lock is held by the caller.
  func performLocked() throws(CNIError) -> String {
    let (attachment, config) = try parts()
    switch invocation.command {
    case .add: return try add(attachment, config, source(config)).json(input.version)
    case .del: try del(attachment, config, IPAM(taking: config, invocation, input))
    case .check: try check(attachment, config, source(config))
    case .gc: try collect(config, IPAM(taking: config, invocation, input))
    case .status: try checkStatus(config, source(config))
    case .version: break
    }
    return ""
  }

  func parts() throws(CNIError) -> (Attachment, BridgeConfig) {
    let attachment = Attachment(
      network: try input.network, key: invocation.key, namespacePath: invocation.namespacePath)
    return (attachment, try input.bridge(invocation.arguments))
  }

  private func source(_ config: BridgeConfig) throws(CNIError) -> IPAM<LeasePool> {
    try IPAM(giving: config, invocation, input)
  }

  private func add(
    _ attachment: Attachment, _ config: BridgeConfig, _ source: IPAM<LeasePool>
  ) throws(CNIError) -> AttachmentResult {
    let end = try end(attachment)
    do {
      switch source {
      case .none:
        var executor = try executor()
        return try add(attachment, end, config, nil, &executor)
      case .hostLocal(let pool) where observer.confirm != nil:
        // Who is asked may think for a long time, and others would wait for the lock.
        let assignment = try pool.preview().completed(by: config)
        var executor = try executor()
        return try add(attachment, end, config, assignment, &executor)
      case .hostLocal(let pool):
        let store = try pool.held.open()
        let assignment = try pool.assign(from: store).completed(by: config)
        var executor = try NodeExecutor(leases: store, mayBeHost: invocation.mayBeHost)
        return try add(attachment, end, config, assignment, &executor)
      case .plugin(let plugin):
        return try addAsking(plugin, attachment, end, config)
      }
    } catch {
      throw CNIError(error)
    }
  }

  private func add(
    _ attachment: Attachment, _ end: PodEnd, _ config: BridgeConfig, _ assignment: Assignment?,
    _ executor: inout NodeExecutor
  ) throws -> AttachmentResult {
    let host = try executor.freeName(for: attachment.tag)
    let reports = try Plan.add(attachment, at: end, config, assignment, host: host)
      .perform(with: &executor, before: observer)
    do {
      return try executor.result(config, assignment, host: host, end)
    } catch {
      let leftovers = Plan.undo(reports, with: &executor, before: observer)
      throw PlanFailure(
        .waitForCarrier(host), StepFailure(error), leftovers: leftovers)
    }
  }

  /// Another program is asked for addresses when the interface is there: `dhcp` asks through it. What
  /// it gave it takes back if the rest fails.
  private func addAsking(
    _ plugin: IPAMPlugin, _ attachment: Attachment, _ end: PodEnd, _ config: BridgeConfig
  ) throws -> AttachmentResult {
    var executor = try executor()
    let host = try executor.freeName(for: attachment.tag)
    var reports = try Plan.wiring(attachment, at: end, config, host: host)
      .perform(with: &executor, before: observer)
    do {
      let answer = try AttachmentResult(answer: plugin.call(.add))
      observer.hear(.called("ADD of \(plugin.type)"))
      guard !answer.addresses.isEmpty else {
        throw CNIError(.noAddress, "the plugin \(plugin.type) gave no address")
      }
      let assignment = Assignment(
        addresses: answer.addresses, routes: answer.routes, dns: answer.dns
      ).completed(by: config)
      reports += try Plan.addressing(attachment, at: end, config, assignment, host: host)
        .perform(with: &executor, before: observer, after: reports.map(\.step))
      return try executor.result(config, assignment, host: host, end)
    } catch {
      _ = try? plugin.call(.del)
      let leftovers = Plan.undo(reports, with: &executor, before: observer)
      throw CNIError(error).leaving(leftovers)
    }
  }

  /// Other programs are told first: `dhcp` gives back an address through its interface.
  private func del(
    _ attachment: Attachment, _ config: BridgeConfig, _ addresses: IPAM<AttachmentLeases>
  ) throws(CNIError) {
    var executor = try executor()
    if let path = attachment.namespacePath {
      try refuseOwnNamespace(path)
      try hold(PodEnd(namespacePath: path, name: attachment.key.interfaceName), &executor)
    }
    var errors: [CNIError] = []
    do throws(CNIError) {
      try addresses.call(.del)
    } catch {
      errors.append(error)
    }
    errors += Plan.del(attachment, config, addresses.reservation)
      .performAll(with: &executor, before: observer).map(\.error)
    try CNIError.throwAll(errors)
  }

  func executor() throws(CNIError) -> NodeExecutor {
    do throws(StepFailure) {
      return try NodeExecutor(mayBeHost: invocation.mayBeHost)
    } catch {
      throw CNIError(error)
    }
  }

  /// Nothing is taken down of a container that may be there, and that nobody can look into now.
  private func hold(_ end: PodEnd, _ executor: inout NodeExecutor) throws(CNIError) {
    do {
      _ = try executor.hold(end)
    } catch {
      throw CNIError(error)
    }
  }

  /// The container's end, in a namespace that is there and is not the host's.
  func end(_ attachment: Attachment) throws(CNIError) -> PodEnd {
    guard let path = attachment.namespacePath else {
      throw CNIError(.invalidEnvironment, "the variable CNI_NETNS is missing")
    }
    do throws(KernelError) {
      _ = try NetworkNamespace(path: path, name: path).identity()
    } catch {
      throw CNIError(.unknownContainer, error.description)
    }
    try refuseOwnNamespace(path)
    return PodEnd(namespacePath: path, name: attachment.key.interfaceName)
  }

  func refuseOwnNamespace(_ path: String) throws(CNIError) {
    guard !invocation.mayBeHost,
      let own = try? NetworkNamespace.current(name: "").identity(),
      let other = try? NetworkNamespace(path: path, name: path).identity(), own == other
    else { return }
    throw CNIError(.invalidEnvironment, "CNI_NETNS is the plugin's own namespace: \(path)")
  }
}
