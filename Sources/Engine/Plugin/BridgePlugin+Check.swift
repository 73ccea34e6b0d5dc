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
    if case .hostLocal(let pool) = source { try pool.check() }
    _ = try source.call(.check)
    do {
      var executor = try NodeExecutor()
      try executor.check(previous, config, end)
      if config.ipMasq, !source.isNowhere { try executor.checkMasquerade(attachment.mark) }
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
      if config.macspoofchk { for mark in marks { try executor.endSourceCheck(mark) } }
      guard config.ipMasq else { return }
      for mark in marks { try executor.endMasquerade(mark) }
      try executor.endMasquerades(
        of: network, keeping: valid.map { AttachmentMark(network: network, key: $0) })
    } catch {
      throw CNIError(error)
    }
  }
}
