import Glibc
import SystemPackage

/// What tells one file from every other, whatever its path: device and inode.
public struct FileIdentity: Hashable, Sendable {
  public var device: UInt64
  public var inode: UInt64
  /// When it was changed last, in nanoseconds since 1970. Of a namespace: when it was made.
  public var changedAt: Int64

  public static func == (left: Self, right: Self) -> Bool {
    (left.device, left.inode) == (right.device, right.inode)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(device)
    hasher.combine(inode)
  }

  /// Follows links.
  public init(path: String) throws(KernelError) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { throw .lastCall("look at \(path)") }
    self.init(facts)
  }

  init(descriptor: Int32, purpose: String) throws(KernelError) {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw .lastCall(purpose) }
    self.init(facts)
  }

  private init(_ facts: stat) {
    device = UInt64(facts.st_dev)
    inode = UInt64(facts.st_ino)
    changedAt = Int64(facts.st_ctim.tv_sec) * 1_000_000_000 + Int64(facts.st_ctim.tv_nsec)
  }
}
