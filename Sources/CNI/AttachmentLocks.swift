public import Files
public import SystemPackage

/// Locks on attachments of one network: whoever adds or deletes one holds its lock from beginning to
/// end, so that a DEL waits for an ADD of the same container, and GC sees that one is under way.
///
/// A runtime and the plugins that it calls hold them apart from each other.
public struct AttachmentLocks: ~Copyable {
  private let locks: KeyLocks

  /// Who holds a lock.
  public enum Holder: String, CaseIterable, Sendable {
    /// For as long as it calls the plugins of a network.
    case runtime
    /// For one operation.
    case plugin
  }

  /// Where the files are that the locks are on.
  public static let directory: FilePath = "/run/cnitop"

  /// Holds nothing yet.
  ///
  /// - Throws: `EINVAL` for a name that no network can have.
  public init(of network: String, _ holder: Holder) throws(FileFailure) {
    guard network.isNetworkName else { throw .refused(.invalidArgument) }
    let directory = try Directory.making(
      Self.directory.appending(holder.rawValue), mode: 0o700)
    locks = try KeyLocks(network, in: directory)
  }

  /// Waits for whoever holds it.
  public func lock(_ key: AttachmentKey) throws(FileFailure) { try locks.lock(key.place) }

  /// Locks it unless somebody else holds it; whether it is ours now.
  public func tryLock(_ key: AttachmentKey) throws(FileFailure) -> Bool {
    try locks.tryLock(key.place)
  }
}

extension AttachmentKey {
  /// Its own place in the file of locks.
  fileprivate var place: UInt64 {
    let digits = SHA512.hexadecimal("\(interfaceName):\(containerID)").prefix(15)
    return UInt64(digits, radix: 16) ?? 0
  }
}
