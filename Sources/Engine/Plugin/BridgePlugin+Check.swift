import Addressing
import CNI
import Kernel
import Netlink

extension BridgePlugin {
  /// Compares what the kernel has with what ADD has answered.
  func check(
    _ attachment: Attachment, _ config: BridgeConfig, _ source: IPAM<LeasePool>
  ) throws(CNIError) {
    let end = try end(attachment)
    guard let previous = try input.previous else {
      throw CNIError(.invalidConfiguration, "\"prevResult\" is missing")
    }
    try source.call(.check)
    do {
      var executor = try executor()
      let host = try executor.host(of: end)
      let plan = Plan.add(attachment, at: end, config, previous, source, host: host)
      for step in plan.steps { try executor.check(step) }
      try executor.check(previous.interfaces, at: end, host: host)
    } catch {
      throw CNIError(error)
    }
  }

  /// - Throws: code 50 if an ADD could not work now.
  func checkStatus(_ config: BridgeConfig, _ source: IPAM<LeasePool>) throws(CNIError) {
    do {
      var executor = try executor()
      if let link = try executor.link(config.bridge), link.kind != "bridge" {
        throw StepFailure.conflict("\(config.bridge) is no bridge")
      }
    } catch {
      throw CNIError(.notAvailable, CNIError(error).message)
    }
    if case .hostLocal(let pool) = source { try pool.checkRoom() }
    try source.call(.status)
  }

  /// Removes what belongs to no attachment that is still valid. The plugin that gives out addresses is
  /// told in any case (CNI specification, section 2, "GC").
  func collect(_ config: BridgeConfig, _ addresses: IPAM<AttachmentLeases>) throws(CNIError) {
    var errors: [CNIError] = []
    do throws(CNIError) {
      try addresses.call(.gc)
    } catch {
      errors.append(error)
    }
    if let valid = try input.validAttachments {
      var executor = try executor()
      errors += try PluginGC(of: input.network, keeping: valid)
        .collect(addresses, config, with: &executor)
    }
    try CNIError.throwAll(errors)
  }
}

extension Plan {
  /// What ADD has done, by what it has answered.
  fileprivate static func add(
    _ attachment: Attachment, at end: PodEnd, _ config: BridgeConfig,
    _ result: AttachmentResult, _ source: IPAM<LeasePool>, host: String
  ) -> Plan {
    guard !source.isNone else { return .add(attachment, at: end, config, nil, host: host) }
    var assignment = Assignment(addresses: result.addresses, routes: result.routes)
    if var reservation = source.reservation {
      reservation.addresses = result.addresses.map(AllocatedAddress.init)
      assignment.reservation = reservation
    }
    return .add(attachment, at: end, config, assignment, host: host)
  }
}

extension AllocatedAddress {
  /// One that was given; of which set is not known, nor asked.
  fileprivate init(_ address: AttachmentResult.Address) {
    self.init(
      prefix: address.prefix, gateway: address.gateway ?? address.prefix.address, set: 0)
  }
}
