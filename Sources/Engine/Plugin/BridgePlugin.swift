import CNI
import Kernel

/// The operations of the plugin `bridge`.
struct BridgePlugin {
  let invocation: Invocation
  let input: PluginInput
  private let company: Company

  init(_ invocation: Invocation, _ input: PluginInput, before company: Company = Company()) {
    self.invocation = invocation
    self.input = input
    self.company = company
  }

  func perform() throws(CNIError) -> String {
    let (attachment, config, source) = try parts()
    switch invocation.command {
    case .add: return try add(attachment, config, source).json(input.version)
    case .del: try del(attachment, config, source)
    case .check: try check(attachment, config, source)
    case .gc: try collect(attachment.network, config, source)
    case .status: try checkStatus(config, source)
    case .version: break
    }
    return ""
  }

  func parts() throws(CNIError) -> (Attachment, BridgeConfig, AddressSource) {
    let config = try input.bridge(invocation.arguments)
    let attachment = Attachment(
      network: try input.network, key: invocation.key, namespacePath: invocation.namespacePath)
    return (attachment, config, try AddressSource(config, invocation, input))
  }

  private func add(
    _ attachment: Attachment, _ config: BridgeConfig, _ source: AddressSource
  ) throws(CNIError) -> AttachmentResult {
    let end = try end(attachment)
    do {
      switch source {
      case .nowhere:
        var executor = try NodeExecutor()
        return try add(attachment, end, config, nil, &executor)
      case .hostLocal(let pool):
        let store = try pool.open()
        let assignment = try pool.assign(from: store).completed(by: config)
        var executor = try NodeExecutor(leases: store)
        return try add(attachment, end, config, assignment, &executor)
      case .plugin:
        return try addAsking(source, attachment, end, config)
      }
    } catch {
      throw CNIError(error)
    }
  }

  /// What another program gave it takes back if the wiring fails.
  private func addAsking(
    _ source: AddressSource, _ attachment: Attachment, _ end: PodEnd, _ config: BridgeConfig
  ) throws -> AttachmentResult {
    let answer = try AttachmentResult(answer: source.call(.add) ?? [])
    do {
      guard !answer.addresses.isEmpty else {
        throw CNIError(.noAddress, "the plugin \(config.ipamType ?? "") gave no address")
      }
      let assignment = Assignment(
        addresses: answer.addresses, routes: answer.routes, dns: answer.dns)
      var executor = try NodeExecutor()
      return try add(attachment, end, config, assignment.completed(by: config), &executor)
    } catch {
      _ = try? source.call(.del)
      throw error
    }
  }

  private func add(
    _ attachment: Attachment, _ end: PodEnd, _ config: BridgeConfig, _ assignment: Assignment?,
    _ executor: inout NodeExecutor
  ) throws -> AttachmentResult {
    let host = try executor.freeName(for: attachment.mark)
    let plan = Plan.add(attachment, at: end, config, assignment, host: host)
    let reports = try plan.perform(with: &executor, before: company)
    do {
      return try executor.result(config, assignment, host: host, end)
    } catch {
      let leftovers = Plan.undo(reports, with: &executor, before: company)
      throw PlanFailure(
        .awaitPort(host), StepFailure(error), leftovers: leftovers)
    }
  }

  private func del(
    _ attachment: Attachment, _ config: BridgeConfig, _ source: AddressSource
  ) throws(CNIError) {
    if let path = attachment.namespacePath { try refuseOwnNamespace(path) }
    let failures: [PlanFailure]
    do throws(StepFailure) {
      var executor = try NodeExecutor()
      failures = Plan.del(attachment, config, source.claim)
        .performAll(with: &executor, before: company)
    } catch {
      throw CNIError(error)
    }
    var errors = failures.map(\.error)
    do throws(CNIError) {
      _ = try source.call(.del)
    } catch {
      errors.append(error)
    }
    guard let first = errors.first else { return }
    let others = errors.dropFirst().map(\.description)
    throw CNIError(
      first.code, first.message,
      details: ([first.details] + others).filter { !$0.isEmpty }.joined(separator: "; "))
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

  private func refuseOwnNamespace(_ path: String) throws(CNIError) {
    guard !invocation.mayBeHost,
      let own = try? NetworkNamespace.current(name: "").identity(),
      let other = try? NetworkNamespace(path: path, name: path).identity(), own == other
    else { return }
    throw CNIError(.invalidEnvironment, "CNI_NETNS is the plugin's own namespace: \(path)")
  }
}
