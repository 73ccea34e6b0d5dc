import Quoting

/// Why a path is not followed: somebody else than root and us could change what it leads to.
public struct UntrustedPath: Hashable, Sendable {
  /// What they could change; on the way to the path, or the path itself.
  public let path: String
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    case owner(UInt32)
    case writableByAll
    case writableByGroup(UInt32)
    /// An access control list lets others write.
    case accessList
    /// A link that somebody else made, or that stands where everybody may put one.
    case link
  }

  init(_ path: String, _ reason: Reason) {
    self.path = path.cleaned(limit: 512)
    self.reason = reason
  }
}

extension UntrustedPath: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .owner(let user): "\(path) belongs to user \(user)"
    case .writableByAll: "everybody may write to \(path)"
    case .writableByGroup(let group): "group \(group) may write to \(path)"
    case .accessList: "an access control list lets others write to \(path)"
    case .link: "\(path) is a link that others may have put there"
    }
  }
}
