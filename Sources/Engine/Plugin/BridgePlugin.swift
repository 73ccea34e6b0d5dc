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
      case .hostLocal(let pool) where company.agree != nil:
        // Who is asked may think for a long time, and others would wait for the lock.
        let assignment = try pool.preview().completed(by: config)
        var executor = try NodeExecutor()
        return try add(attachment, end, config, assignment, &executor)
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

  private func add(
    _ attachment: Attachment, _ end: PodEnd, _ config: BridgeConfig, _ assignment: Assignment?,
    _ executor: inout NodeExecutor
  ) throws -> AttachmentResult {
    let host = try executor.freeName(for: attachment.mark)
    let reports = try Plan.add(attachment, at: end, config, assignment, host: host)
      .perform(with: &executor, before: company)
    do {
      return try executor.result(config, assignment, host: host, end)
    } catch {
      let leftovers = Plan.undo(reports, with: &executor, before: company)
      throw PlanFailure(
        .awaitPort(host), StepFailure(error), leftovers: leftovers)
    }
  }

  /// Another program is asked for addresses when the interface is there: `dhcp` asks through it. What
  /// it gave it takes back if the rest fails.
  private func addAsking(
    _ source: AddressSource, _ attachment: Attachment, _ end: PodEnd, _ config: BridgeConfig
  ) throws -> AttachmentResult {
    var executor = try NodeExecutor()
    let host = try executor.freeName(for: attachment.mark)
    var reports = try Plan.wiring(attachment, at: end, config, host: host)
      .perform(with: &executor, before: company)
    do {
      let answer = try AttachmentResult(answer: source.call(.add) ?? [])
      company.hear(.called("ADD of \(config.ipamType ?? "")"))
      guard !answer.addresses.isEmpty else {
        throw CNIError(.noAddress, "the plugin \(config.ipamType ?? "") gave no address")
      }
      let assignment = Assignment(
        addresses: answer.addresses, routes: answer.routes, dns: answer.dns
      ).completed(by: config)
      reports += try Plan.addressing(attachment, at: end, config, assignment, host: host)
        .perform(with: &executor, before: company, after: reports.map(\.step))
      return try executor.result(config, assignment, host: host, end)
    } catch {
      _ = try? source.call(.del)
      let leftovers = Plan.undo(reports, with: &executor, before: company)
      throw CNIError(error).leaving(leftovers)
    }
  }

  /// Other programs are told first: `dhcp` gives back an address through its interface.
  private func del(
    _ attachment: Attachment, _ config: BridgeConfig, _ source: AddressSource
  ) throws(CNIError) {
    if let path = attachment.namespacePath { try refuseOwnNamespace(path) }
    var errors: [CNIError] = []
    do throws(CNIError) {
      _ = try source.call(.del)
    } catch {
      errors.append(error)
    }
    do throws(StepFailure) {
      var executor = try NodeExecutor()
      errors += Plan.del(attachment, config, source.claim)
        .performAll(with: &executor, before: company).map(\.error)
    } catch {
      errors.append(CNIError(error))
    }
    guard let first = errors.first else { return }
    throw first.adding(errors.dropFirst().map(\.description))
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
