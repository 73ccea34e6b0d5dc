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
    let config = try input.hostLocal(invocation.arguments)
    let pool = LeasePool(config, invocation.key)
    switch invocation.command {
    case .add: return try add(pool)
    case .del: try pool.release()
    case .check: try pool.check()
    case .gc: try pool.collect(keeping: Set(input.validAttachments))
    case .status: try pool.checkRoom()
    case .version: break
    }
    return ""
  }

  private func add(_ pool: LeasePool) throws(CNIError) -> String {
    let store = try pool.open()
    let assignment = try pool.assign(from: store)
    var steps: [Step] = []
    if let claim = assignment.claim { steps.append(.reserve(claim)) }
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

extension CNIError {
  /// From what performing a plan may throw.
  init(_ error: any Error) {
    switch error {
    case let error as CNIError: self = error
    case let failure as PlanFailure: self = failure.error
    case let failure as StepFailure: self.init(failure.code, failure.description)
    default: self.init(.refused, "\(error)")
    }
  }
}
