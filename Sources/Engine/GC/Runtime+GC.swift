public import CNI
import Files
import Kernel
import NodeSetup

extension Runtime {
  /// What is left of a network's attachments, and which of it is dead; touches nothing.
  ///
  /// `asked` are attachments that stay whatever is found.
  public func census(
    _ network: String, keeping asked: [AttachmentKey] = []
  ) throws(CNIError) -> GCReport {
    let list = try NetworkList.find(network, in: confDirectory)
    return try GCScan(list, self).report(keeping: asked)
  }

  /// Deletes attachments that are proven to be dead, as DEL of the whole chain does it.
  ///
  /// The plugins' own GC is not called: it takes away all that is not on a list of what lives, and
  /// nobody on a node can make such a list for certain.
  @discardableResult
  public func collect(
    _ network: String, keeping asked: [AttachmentKey] = []
  ) throws(CNIError) -> GCReport {
    let list = try NetworkList.find(network, in: confDirectory)
    guard !list.disableGC else {
      var report = GCReport()
      report.isDisabled = true
      return report
    }
    let census = try GCScan(list, self)  // holds what it found until the end
    var report = try census.report(keeping: asked)
    var collector = self
    collector.holdsLocks = true
    for key in report.dead {
      do throws(CNIError) {
        try collector.collect(key, list)
      } catch {
        report.failures.append("\(key.containerID)/\(key.interfaceName): \(error)")
      }
    }
    withExtendedLifetime(census) {}
    return report
  }

  private func collect(_ key: AttachmentKey, _ list: NetworkList) throws(CNIError) {
    let order = Order(network: list.name, key: key, namespacePath: nil)
    guard key.interfaceName.isEmpty else { return try delLocked(order) }
    // A program cannot be asked about an interface without a name.
    for index in list.types.indices.reversed() where isBuiltIn(list.types[index]) {
      _ = try call(.del, order, list, index, nil)
    }
  }
}
