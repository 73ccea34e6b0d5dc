import Files
import Formats
public import SystemPackage

/// What a runtime remembers of an attachment from ADD until DEL, in libcni's own form (`cniCacheV1`).
public struct CacheEntry: Sendable {
  public var network: String
  public var key: AttachmentKey
  public var namespacePath: String?
  /// The configuration it was made with.
  public var configuration: [UInt8]
  /// What the last plugin has answered.
  public var result: [UInt8]
  /// `CNI_ARGS`
  public var arguments: String
  /// A JSON object.
  public var capabilities: [UInt8]?

  public init(
    network: String, key: AttachmentKey, namespacePath: String?, configuration: [UInt8],
    result: [UInt8], arguments: String = "", capabilities: [UInt8]? = nil
  ) {
    self.network = network
    self.key = key
    self.namespacePath = namespacePath
    self.configuration = configuration
    self.result = result
    self.arguments = arguments
    self.capabilities = capabilities
  }

  /// The name of its file.
  private static func file(_ network: String, _ key: AttachmentKey) throws(CNIError) -> String {
    guard network.isNetworkName, key.containerID.isContainerID, key.interfaceName.isInterfaceName
    else { throw CNIError(.invalidEnvironment, "no file can be named for this attachment") }
    return "\(network)-\(key.containerID)-\(key.interfaceName)"
  }

  /// Reads one; `nil` if there is none.
  public static func read(
    _ network: String, _ key: AttachmentKey, in path: FilePath
  ) throws(CNIError) -> CacheEntry? {
    let name = try file(network, key)
    do {
      let bytes = try Directory(path).file(name, limit: Limits.json).bytes
      let json = try JSON(bytes)
      guard json["kind"]?.text == "cniCacheV1", let config = json["config"]?.text,
        let configuration = Base64.decode(config)
      else { throw FormatFailure.missing(key: "config") }
      return CacheEntry(
        network: network, key: key, namespacePath: json["netns"]?.text,
        configuration: configuration, result: Array((json["result"] ?? .null).written.utf8),
        arguments: Self.arguments(json["cniArgs"]),
        capabilities: json["capabilityArgs"].map { Array($0.written.utf8) })
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
    let json: JSON
    do throws(FormatFailure) {
      json = JSON.members([
        "kind": .string("cniCacheV1"), "containerId": .string(key.containerID),
        "config": .string(Base64.encode(configuration)), "ifName": .string(key.interfaceName),
        "networkName": .string(network), "netns": namespacePath.map(JSON.string),
        "cniArgs": pairs,
        "capabilityArgs": try capabilities.map { bytes throws(FormatFailure) in
          try JSON(bytes)
        }, "result": try JSON(result),
      ])
    } catch {
      throw CNIError(error)
    }
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

  private static func arguments(_ pairs: JSON?) -> String {
    (pairs?.elements ?? []).map { pair in
      pair.elements.compactMap(\.text).joined(separator: "=")
    }.joined(separator: ";")
  }

  private var pairs: JSON? {
    let pairs = PluginArguments.pairs(in: arguments).map { pair in
      JSON.array([pair.name, pair.value].compactMap { $0.map(JSON.string) })
    }
    return pairs.isEmpty ? nil : .array(pairs)
  }
}
