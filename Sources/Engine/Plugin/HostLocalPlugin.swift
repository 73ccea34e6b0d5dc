import Addressing
import CNI
import Files
import SystemPackage

/// The operations of the plugin `host-local`, called by itself.
struct HostLocalPlugin {
  private let invocation: Invocation
  private let input: PluginInput

  init(_ invocation: Invocation, _ input: PluginInput) {
    self.invocation = invocation
    self.input = input
  }

  func perform() throws(CNIError) -> String {
    switch invocation.command {
    case .add: return try add(pool)
    case .del: try held.release()
    case .check: try pool.held.check()
    case .gc: try collect()
    case .status: try pool.checkRoom()
    case .version: break
    }
    return ""
  }

  private func collect() throws(CNIError) {
    guard let valid = try input.validAttachments else { return }
    try CNIError.throwAll(
      PluginGC(of: input.network, keeping: valid).collectLeases(
        input.heldLeases(by: invocation.key)))
  }

  private var pool: LeasePool {
    get throws(CNIError) {
      LeasePool(try input.hostLocal(invocation.arguments), invocation.key)
    }
  }

  private var held: AttachmentLeases {
    get throws(CNIError) { try input.heldLeases(by: invocation.key) }
  }

  private func add(_ pool: LeasePool) throws(CNIError) -> String {
    let store = try pool.held.open()
    if let held = store.found.addresses(of: invocation.key).first {
      throw CNIError(
        .noAddress,
        "\(invocation.key.containerID) has the address \(held) already; DEL has to come first")
    }
    let assignment = try pool.assign(from: store)
    var steps: [Step] = []
    if let reservation = assignment.reservation { steps.append(.reserve(reservation)) }
    do {
      var executor = try NodeExecutor(leases: store)
      try Plan(steps).perform(with: &executor)
    } catch {
      throw CNIError(error)
    }
    return AttachmentResult(
      addresses: assignment.addresses, routes: assignment.routes, dns: assignment.dns
    ).json(input.version)
  }
}
