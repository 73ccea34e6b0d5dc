import Files
import Formats
import SystemPackage

/// Reads the entries of one cache. Most have the same configuration: each is decoded once.
struct CacheReader {
  let path: FilePath
  private(set) var gaps: [FileGap] = []
  private var configs: [String: NetworkConfig] = [:]

  init(path: FilePath) {
    self.path = path
  }

  /// `nil` where the file is gone, or damaged, which is then a gap.
  mutating func read(_ name: String, in directory: borrowing Directory) -> CachedAttachment? {
    do {
      let file = try directory.file(name, limit: Limits.json)
      let entry = try CacheEntry(JSON(file.bytes))
      return try CachedAttachment(
        entry, file: name, since: file.facts.modified,
        config: config(entry.encodedConfiguration, of: name))
    } catch FileFailure.refused(.noSuchFileOrDirectory) {
      return nil
    } catch {
      gaps.append(FileGap(path.appending(name), "\(error)"))
      return nil
    }
  }

  private mutating func config(_ text: String?, of name: String) -> NetworkConfig? {
    guard let text, !text.isEmpty else { return nil }
    if let known = configs[text] { return known }
    do throws(FormatFailure) {
      guard let bytes = Base64.decode(text) else {
        throw .invalid(key: CacheKey.config.rawValue, value: text)
      }
      let config = try NetworkConfig(cached: bytes)
      configs[text] = config
      return config
    } catch {
      gaps.append(FileGap(path.appending(name), "its configuration: \(error)"))
      return nil
    }
  }
}
