import CNI
import Files

/// GC as a plugin does it: what belongs to an attachment stays if the runtime says that it is valid,
/// or if it is just being added or deleted. Everything else of the network goes.
struct PluginGC: ~Copyable {
  private let network: String
  private let valid: Set<AttachmentKey>
  private let locks: AttachmentLocks

  init(of network: String, keeping valid: [AttachmentKey]) throws(CNIError) {
    self.network = network
    self.valid = Set(valid)
    locks = try .opened(of: network, .plugin)
  }

  /// What was found in the leases.
  private struct Outcome {
    var stale: Set<AttachmentKey> = []
    /// Those that are being added or deleted.
    var busy: Set<AttachmentKey> = []
    var errors: [CNIError] = []
  }

  /// Removes leases, and nothing else; what could not be removed comes back.
  func collectLeases(_ held: AttachmentLeases) throws(CNIError) -> [CNIError] {
    guard let store = try held.existing() else { return [] }
    return removeLeases(of: store).errors
  }

  /// Removes all that ADD of the plugin `bridge` makes; what could not be removed comes back.
  func collect(
    _ addresses: IPAM<AttachmentLeases>, _ config: BridgeConfig, with executor: inout NodeExecutor
  ) throws(CNIError) -> [CNIError] {
    guard case .hostLocal(let held) = addresses, let store = try held.existing() else {
      return removeRules(Outcome(), config, with: &executor)
    }
    // Whoever adds a container reserves its address first, and waits with that until the rules are gone.
    let errors = removeRules(removeLeases(of: store), config, with: &executor)
    withExtendedLifetime(store) {}
    return errors
  }

  private func removeLeases(of store: borrowing LeaseStore) -> Outcome {
    var outcome = Outcome()
    for lease in store.found.leases where !valid.keeps(lease.holder) {
      do throws(FileFailure) {
        guard try locks.tryLock(lease.holder) else {
          outcome.busy.insert(lease.holder)
          continue
        }
        try store.release(lease.address, of: lease.holder)
        outcome.stale.insert(lease.holder)
      } catch {
        outcome.errors.append(CNIError(.io, "the lease of \(lease.address): \(error)"))
      }
    }
    return outcome
  }

  private func removeRules(
    _ outcome: Outcome, _ config: BridgeConfig, with executor: inout NodeExecutor
  ) -> [CNIError] {
    var errors = outcome.errors
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch { errors.append(CNIError(error)) }
    }
    for key in outcome.stale.sorted() {
      let tag = RuleTag(network: network, key: key)
      if config.macspoofchk { attempt { _ = try executor.removeMACSpoofCheck(tag) } }
      if config.ipMasq { attempt { _ = try executor.removeLegacyMasquerade(tag) } }
    }
    let kept = valid.union(outcome.busy).map { RuleTag(network: network, key: $0) }
    if config.ipMasq { attempt { try executor.endMasquerades(of: network, keeping: kept) } }
    return errors
  }
}

extension Set<AttachmentKey> {
  /// A lease from before interfaces were named belongs to all of its container.
  fileprivate func keeps(_ holder: AttachmentKey) -> Bool {
    contains(holder)
      || holder.interfaceName.isEmpty && contains { $0.containerID == holder.containerID }
  }
}
