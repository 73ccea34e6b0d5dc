import Formats

/// A network's plugins as its configuration has them, every key kept for the plugin it is for.
public struct NetworkList: Sendable {
  public let name: String
  public let version: CNIVersion
  public let disableCheck: Bool
  public let disableGC: Bool
  /// As it was read.
  public let bytes: [UInt8]
  /// The programs, in the order of ADD.
  public let types: [String]
  private let plugins: [JSON]

  /// Reads a list, or the configuration of one plugin as a list of one.
  public init(_ bytes: [UInt8]) throws(CNIError) {
    self.bytes = bytes
    let json: JSON
    let config: NetworkConfig
    do throws(FormatFailure) {
      json = try JSON(bytes)
      config = try NetworkConfig(either: json)
      if let failure = config.failure { throw failure }
    } catch {
      throw CNIError(error)
    }
    name = config.name
    version = try CNIVersion(asked: config.chosenVersion)
    disableCheck = config.disableCheck
    disableGC = config.disableGC
    types = config.plugins.map(\.type)
    plugins = (json[exactly: NetworkListKey.plugins]?.elements ?? [json]).map(\.remarshalled)
  }

  /// What one plugin gets: its own keys, and what the specification has a runtime put in.
  ///
  /// `capabilities` is a JSON object of what a runtime may pass; the plugin gets what it declares.
  public func configuration(
    of index: Int, previous result: [UInt8]?, capabilities: [UInt8]? = nil
  ) throws(CNIError) -> [UInt8] {
    var extra: [JSON.Member] = []
    if let result {
      extra.append(JSON.Member(key: PluginKey.prevResult.rawValue, value: try Self.value(result)))
    }
    if let capabilities {
      let declared = plugins[index][PluginKey.capabilities]?.members.filter {
        $0.value == .bool(true)
      }
      let keys = Set((declared ?? []).map(\.key))
      let passed = try Self.value(capabilities).members.filter { keys.contains($0.key) }
      if !passed.isEmpty {
        extra.append(JSON.Member(key: PluginKey.runtimeConfig.rawValue, value: .object(passed)))
      }
    }
    return configuration(of: index, with: extra)
  }

  /// What one plugin gets to collect what belongs to no other attachment than these.
  public func configuration(of index: Int, keeping valid: [AttachmentKey]) -> [UInt8] {
    let kept = valid.map { attachment in
      JSON.members([
        ValidAttachmentKey.containerID: .string(attachment.containerID),
        .ifname: .string(attachment.interfaceName),
      ])
    }
    return configuration(
      of: index, with: [JSON.Member(key: PluginKey.validAttachments.rawValue, value: .array(kept))])
  }

  private func configuration(of index: Int, with extra: [JSON.Member]) -> [UInt8] {
    let network = JSON.members([
      PluginKey.name: .string(name), .cniVersion: .string(version.rawValue),
    ])
    let injected = network.members + extra
    let own = plugins[index].members.filter { member in
      !Self.ours.contains { member.key.equalsFolded($0.rawValue) }
    }
    return Array(JSON.object(own + injected).written.utf8)
  }

  /// Only a runtime puts these in, in whatever case a plugin would take them.
  private static let ours: [PluginKey] = [
    .name, .cniVersion, .prevResult, .runtimeConfig, .validAttachments,
  ]

  private static func value(_ bytes: [UInt8]) throws(CNIError) -> JSON {
    do throws(FormatFailure) {
      return try JSON(bytes)
    } catch {
      throw CNIError(error)
    }
  }
}
