import CNI
import Files
import Formats
import SystemPackage

/// What a file of network configuration says. A list may have more plugins than stand in it: one a file, in
/// a directory beside it that is named for the network (libcni from 1.3).
struct NetworkText {
  /// A list's with the plugins of its directory behind its own.
  private(set) var json: JSON
  /// Of the file; of a list with a directory, written anew, so that it stands for itself.
  private(set) var bytes: [UInt8]
  /// The directory that may hold more plugins of a list; none where the list says that all are in it.
  private(set) var folder: String?
  /// The files of the directory, as `NETWORK/10-bridge.conf`: the last of the list's plugins.
  private(set) var parts: [String] = []

  /// An administrator may have put links here: they are read through, as libcni does.
  init(
    _ name: String, _ form: ConfigFile.Form, in directory: borrowing Directory
  ) throws(ConfigFailure) {
    (json, bytes) = try Self.read(name, in: directory)
    guard form == .list, let folder = Self.folder(of: json) else { return }
    self.folder = folder
    try addParts(of: folder, in: directory)
  }

  static func folder(of list: JSON) -> String? {
    guard let name = list[exactly: NetworkListKey.name]?.text, name.isNetworkName,
      !NetworkConfig.isOn(list[exactly: NetworkListKey.loadOnlyInlinedPlugins])
    else { return nil }
    return name
  }

  private mutating func addParts(
    of folder: String, in directory: borrowing Directory
  ) throws(ConfigFailure) {
    let own = json[exactly: NetworkListKey.plugins]
    guard own == nil || own?.elements.isEmpty == false else { return }
    var plugins = own?.elements ?? []
    for (name, plugin) in try Self.files(of: folder, in: directory) {
      plugins.append(plugin)
      parts.append(name)
    }
    guard !parts.isEmpty else { return }
    let kept = json.members.filter { !["plugins", "loadOnlyInlinedPlugins"].contains($0.key) }
    json = .object(
      kept + [
        JSON.Member(key: "loadOnlyInlinedPlugins", value: .bool(true)),
        JSON.Member(key: "plugins", value: .array(plugins)),
      ])
    bytes = Array(json.written.utf8)
  }

  /// The plugins of a directory, by their files as `NETWORK/10-bridge.conf`.
  private static func files(
    of folder: String, in directory: borrowing Directory
  ) throws(ConfigFailure) -> [(name: String, plugin: JSON)] {
    guard let inner = try Self.opened(folder, in: directory) else { return [] }
    let names = (try? inner.names(limit: Limits.configs).names) ?? []
    var files: [(name: String, plugin: JSON)] = []
    for name in names
    where name.hasSuffix(".conf") && (try? inner.facts(name).kind) != .directory {
      do throws(ConfigFailure) {
        files.append(("\(folder)/\(name)", try read(name, in: inner).json))
      } catch {
        throw .part("\(folder)/\(name)", error)
      }
    }
    return files
  }

  /// `nil` where it is not there, which is well.
  private static func opened(
    _ name: String, in directory: borrowing Directory
  ) throws(ConfigFailure) -> Directory? {
    do throws(FileFailure) {
      return try directory.directory(name, links: .followed)
    } catch .refused(.noSuchFileOrDirectory) {
      return nil
    } catch {
      throw .part(name, .unreadable(error))
    }
  }

  private static func read(
    _ name: String, in directory: borrowing Directory
  ) throws(ConfigFailure) -> (json: JSON, bytes: [UInt8]) {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try directory.file(name, limit: Limits.json, links: .followed).bytes
    } catch {
      throw .unreadable(error)
    }
    do throws(FormatFailure) {
      return (try JSON(bytes), bytes)
    } catch {
      throw .malformed(error.located(in: bytes))
    }
  }
}
