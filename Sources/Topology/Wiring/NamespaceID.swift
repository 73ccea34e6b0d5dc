/// What a network namespace *is*, whatever it is called.
public enum NamespaceID: Hashable, Sendable {
  /// The device and inode of its nsfs file, the same by whatever path it was found.
  case file(device: UInt64, inode: UInt64)
  /// One that no path and no process leads to: only the host's nsid for it is known.
  case nsid(Int32)
}

extension NamespaceID: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.file(let device, let inode), .file(let otherDevice, let otherInode)):
      (device, inode) < (otherDevice, otherInode)
    case (.nsid(let left), .nsid(let right)): left < right
    case (.file, .nsid): true
    case (.nsid, .file): false
    }
  }
}

extension NamespaceID: CustomStringConvertible {
  /// As `ls -l /proc/PID/ns/net` writes it, or as `ip netns list-id` does.
  public var description: String {
    switch self {
    case .file(_, let inode): "net:[\(inode)]"
    case .nsid(let nsid): "nsid \(nsid)"
    }
  }
}
