import Addressing
import CNI
import Kernel
import Netlink

extension BridgePlugin {
  /// Compares what the kernel has with what ADD has answered.
  func check(
    _ attachment: Attachment, _ config: BridgeConfig, _ source: AddressSource
  ) throws(CNIError) {
    let end = try end(attachment)
    guard let previous = try input.previous else {
      throw CNIError(.invalidConfiguration, "\"prevResult\" is missing")
    }
    _ = try source.call(.check)
    do {
      var executor = try NodeExecutor()
      let host = try executor.host(of: end)
      let plan = Plan.add(attachment, at: end, config, previous, source, host: host)
      for step in plan.steps { try executor.check(step) }
      try executor.check(previous.interfaces, at: end)
    } catch {
      throw CNIError(error)
    }
  }

  /// - Throws: code 50 if an ADD could not work now.
  func checkStatus(_ config: BridgeConfig, _ source: AddressSource) throws(CNIError) {
    do {
      var executor = try NodeExecutor()
      if let link = try executor.link(config.bridge), link.kind != "bridge" {
        throw StepFailure.conflict("\(config.bridge) is no bridge")
      }
    } catch {
      throw CNIError(.notAvailable, CNIError(error).message)
    }
    if case .hostLocal(let pool) = source { try pool.checkRoom() }
    _ = try source.call(.status)
  }

  /// Removes what belongs to no attachment that is still valid.
  func collect(
    _ network: String, _ config: BridgeConfig, _ source: AddressSource
  ) throws(CNIError) {
    let valid = Set(try input.validAttachments)
    _ = try source.call(.gc)
    var stale: Set<AttachmentKey> = []
    if case .hostLocal(let pool) = source { stale = try pool.collect(keeping: valid) }
    let marks = stale.map { AttachmentMark(network: network, key: $0) }
    do {
      var executor = try NodeExecutor()
      if config.macspoofchk { for mark in marks { _ = try executor.endSourceCheck(mark) } }
      guard config.ipMasq else { return }
      for mark in marks { _ = try executor.endMasquerade(mark) }
      try executor.endMasquerades(
        of: network, keeping: valid.map { AttachmentMark(network: network, key: $0) })
    } catch {
      throw CNIError(error)
    }
  }
}

extension Plan {
  /// What ADD has done, by what it has answered.
  fileprivate static func add(
    _ attachment: Attachment, at end: PodEnd, _ config: BridgeConfig,
    _ result: AttachmentResult, _ source: AddressSource, host: String
  ) -> Plan {
    guard !source.isNowhere else { return .add(attachment, at: end, config, nil, host: host) }
    var assignment = Assignment(addresses: result.addresses, routes: result.routes)
    if var claim = source.claim {
      claim.addresses = result.addresses.map(AllocatedAddress.init)
      assignment.claim = claim
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
