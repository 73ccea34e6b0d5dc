public import SystemPackage

/// Why a file or a directory could not be had. Nothing of it was used.
public enum FileFailure: Error, Hashable, Sendable {
  case refused(Errno)
  /// A link, a directory, a fifo or a device stands where a regular file should be.
  case notAFile
  /// More bytes than anything of its kind may have.
  case tooLarge(limit: Int)
  /// It was not touched: somebody else could change what its path leads to.
  case untrusted(UntrustedPath)
}

extension FileFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .refused(let code): "\(code)"
    case .notAFile: "not a regular file"
    case .tooLarge(let limit): "larger than \(limit) bytes"
    case .untrusted(let path): "\(path)"
    }
  }
}
