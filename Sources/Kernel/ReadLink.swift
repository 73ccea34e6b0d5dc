import Glibc
import SystemPackage

/// Where a symbolic link points, up to 255 bytes of it.
func readLink(_ path: String) -> Result<String, Errno> {
  var target = [CChar](repeating: 0, count: 255)
  let count = unsafe readlink(path, &target, target.count)
  guard count >= 0 else { return .failure(.current) }
  return .success(
    String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self))
}
