import Addressing
import CNI
import Files
import Kernel
import NodeSetup
import SystemPackage

/// Finds out what of one network is dead.
///
/// It looks while nobody can reserve an address, and holds the locks of all that it found for as long
/// as it lives: what is called dead cannot come back to life before it is gone.
struct GCScan: ~Copyable {
  private let list: NetworkList
  private let runtime: Runtime
  private let runtimeLocks: AttachmentLocks
  private let pluginLocks: AttachmentLocks

  init(_ list: NetworkList, _ runtime: Runtime) throws(CNIError) {
    let ofRuntimes = try AttachmentLocks.opened(of: list.name, .runtime)
    let ofPlugins = try AttachmentLocks.opened(of: list.name, .plugin)
    self.list = list
    self.runtime = runtime
    runtimeLocks = ofRuntimes
    pluginLocks = ofPlugins
  }

  func report(keeping asked: [AttachmentKey]) throws(CNIError) -> GCReport {
    guard let store = try leases()?.existing() else { return try report(on: nil, keeping: asked) }
    let report = try report(on: store.found, keeping: asked)
    withExtendedLifetime(store) {}
    return report
  }

  private func report(
    on directory: LeaseDirectory?, keeping asked: [AttachmentKey]
  ) throws(CNIError) -> GCReport {
    let cache = ResultCache(runtime.cacheDirectory)
    var artifactIndex = ArtifactIndex(of: list.name, directory, cache)
    try ask { executor in
      artifactIndex.add(try executor.masquerades(of: list.name))
      artifactIndex.add(macSpoofChains: try executor.macSpoofChainNames())
    }
    let busy = try lockAll(artifactIndex.keys)
    let liveness = Liveness(
      about: list.name, caches: [cache] + otherCaches(), names: RuntimeNames(NodePaths()),
      live: .read())
    return artifactIndex.report { tag, artifacts in
      if asked.contains(tag.key) { return .stays(reason: "it is to be kept") }
      if busy.contains(tag.key) { return .stays(reason: "an ADD or DEL of it is under way") }
      return liveness.verdict(on: tag, artifacts, youngest: runtime.leaseGrace)
    }
  }

  /// Of the first plugin whose addresses host-local gives out.
  private func leases() throws(CNIError) -> AttachmentLeases? {
    for index in list.types.indices {
      let input = try PluginInput(try list.configuration(of: index, previous: nil))
      guard try input.ipamType == PluginRole.hostLocal.rawValue else { continue }
      return try input.heldLeases(by: AttachmentKey(containerID: "", interfaceName: ""))
    }
    return nil
  }

  private func ask(_ body: (inout NodeExecutor) throws -> Void) throws(CNIError) {
    do {
      var executor = try NodeExecutor()
      try body(&executor)
    } catch {
      throw CNIError(error)
    }
  }

  private func otherCaches() -> [ResultCache] {
    NodePaths().resultDirectories.filter { $0 != runtime.cacheDirectory }.map(ResultCache.init)
  }

  /// Returns those that are being added or deleted.
  private func lockAll(_ keys: Set<AttachmentKey>) throws(CNIError) -> Set<AttachmentKey> {
    var busy: Set<AttachmentKey> = []
    do throws(FileFailure) {
      for key in keys {
        guard try runtimeLocks.tryLock(key), try pluginLocks.tryLock(key) else {
          busy.insert(key)
          continue
        }
      }
    } catch {
      throw CNIError(.io, "the locks of \(list.name): \(error)")
    }
    return busy
  }
}
