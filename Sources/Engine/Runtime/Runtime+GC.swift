public import CNI
import Files
import Kernel

/// Whose the attachments of a network are that GC finds.
public struct Census: Hashable, Sendable {
  /// Attachments that stay: those asked for, and those whose namespace is there.
  public var kept: [AttachmentKey]
  /// Attachments that are remembered, and whose namespace is gone.
  public var gone: [AttachmentKey]
}

extension Runtime {
  /// Looks at what is remembered of a network; touches nothing.
  public func census(
    _ network: String, keeping asked: [AttachmentKey] = []
  ) throws(CNIError) -> Census {
    var census = Census(kept: asked, gone: [])
    let cache = ResultCache(cacheDirectory)
    if let gap = cache.gaps.first {
      throw CNIError(.io, "what is remembered cannot all be read", details: gap.description)
    }
    for attachment in cache.attachments where attachment.network == network {
      guard !asked.contains(attachment.key) else { continue }
      if attachment.netnsPath.map(Self.isNamespace) ?? true {
        census.kept.append(attachment.key)
      } else {
        census.gone.append(attachment.key)
      }
    }
    return census
  }

  /// Deletes attachments whose namespace is gone, then has every plugin remove what belongs to none
  /// that stays.
  @discardableResult
  public func collect(
    _ network: String, keeping asked: [AttachmentKey] = []
  ) throws(CNIError) -> Census {
    let list = try NetworkList.find(network, in: confDirectory)
    let found = try census(network, keeping: asked)
    for key in found.gone {
      try del(Order(network: network, key: key, namespacePath: nil))
    }
    guard list.version >= .v1_1_0, !list.disableGC else { return found }
    let order = Order(of: network)
    for index in list.types.indices {
      let configuration = list.configuration(of: index, keeping: found.kept)
      _ = try call(.gc, order, list, index, configuration: configuration)
    }
    return found
  }

  private static func isNamespace(_ path: String) -> Bool {
    (try? NetworkNamespace(path: path, name: path).identity()) != nil
  }
}
