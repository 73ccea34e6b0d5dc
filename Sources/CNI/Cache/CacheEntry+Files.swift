import Files
import Formats
public import SystemPackage

/// Where entries are kept: one file each, in a directory of libcni's result cache.
extension CacheEntry {
  /// Reads one; `nil` if there is none.
  ///
  /// - Throws: also for one whose configuration cannot be decoded.
  public static func read(
    _ network: String, _ key: AttachmentKey, in path: FilePath
  ) throws(CNIError) -> CacheEntry? {
    let name = try file(network, key)
    do {
      let entry = try CacheEntry(JSON(Directory(path).file(name, limit: Limits.json).bytes))
      guard entry.configuration != nil else {
        throw FormatFailure.missing(key: CacheKey.config.rawValue)
      }
      return entry
    } catch FileFailure.refused(.noSuchFileOrDirectory) {
      return nil
    } catch {
      throw CNIError(.io, "\(path)/\(name): \(error)")
    }
  }

  /// Writes it, whole or not at all.
  ///
  /// - Throws: also if the attachment is remembered already.
  public func write(in path: FilePath) throws(CNIError) {
    let name = try Self.file(network, key)
    do throws(FileFailure) {
      let directory = try Directory.making(path, mode: 0o700)
      guard try directory.make(name, Array(json.written.utf8)) else {
        throw FileFailure.refused(.fileExists)
      }
    } catch {
      throw CNIError(.io, "\(path)/\(name): \(error)")
    }
  }

  /// Removes one, if it is there.
  public static func remove(
    _ network: String, _ key: AttachmentKey, in path: FilePath
  ) throws(CNIError) {
    let name = try file(network, key)
    do throws(FileFailure) {
      try Directory(path).remove(name)
    } catch .refused(.noSuchFileOrDirectory) {
    } catch {
      throw CNIError(.io, "\(path)/\(name): \(error)")
    }
  }

  /// The name of its file.
  private static func file(_ network: String, _ key: AttachmentKey) throws(CNIError) -> String {
    guard network.isNetworkName, key.containerID.isContainerID, key.interfaceName.isInterfaceName
    else { throw CNIError(.invalidEnvironment, "no file can be named for this attachment") }
    return "\(network)-\(key.containerID)-\(key.interfaceName)"
  }
}
