import Files
import Glibc
import SystemPackage

/// Files of `/proc`, which the kernel makes while they are read.
extension Descriptor {
  /// Opens a file for reading, without ever waiting for a writer.
  init(reading path: String) throws(KernelError) {
    let opened = retrying { Int(unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) }
    guard opened >= 0 else { throw .lastCall("open \(path)") }
    self.init(rawValue: Int32(opened))
  }

  /// What one call gives, at most 4096 bytes.
  func content(of path: String) throws(KernelError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = retrying { unsafe read(rawValue, &bytes, bytes.count) }
    guard count >= 0 else { throw .lastCall("read \(path)") }
    return Array(bytes.prefix(count))
  }
}
