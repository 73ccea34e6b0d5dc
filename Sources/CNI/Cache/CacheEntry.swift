import Formats

/// What a runtime remembers of an attachment from ADD until DEL, in libcni's own form (`cniCacheV1`).
///
/// It is kept as it is written; each part is decoded when it is asked for, for most are not.
public struct CacheEntry: Equatable, Sendable {
  let json: JSON

  private static let kind = "cniCacheV1"

  /// - Throws: `.missing` or `.invalid` for an entry of another kind.
  init(_ json: JSON) throws(FormatFailure) {
    let kind = try json.required(CacheKey.kind.rawValue)
    guard kind == Self.kind else { throw .invalid(key: CacheKey.kind.rawValue, value: kind) }
    self.json = json
  }

  /// `configuration` is what it was made with, `result` what the last plugin has answered, `arguments` the
  /// text of `CNI_ARGS` and `capabilities` a JSON object.
  ///
  /// - Throws: code 6 where `result` or `capabilities` is no JSON.
  public init(
    network: String, key: AttachmentKey, namespacePath: String?, configuration: [UInt8],
    result: [UInt8], arguments: String = "", capabilities: [UInt8]? = nil
  ) throws(CNIError) {
    do throws(FormatFailure) {
      json = .members([
        CacheKey.kind: .string(Self.kind), .containerID: .string(key.containerID),
        .config: .string(Base64.encode(configuration)),
        .interfaceName: .string(key.interfaceName), .network: .string(network),
        .namespacePath: namespacePath.map(JSON.string), .arguments: Self.pairs(in: arguments),
        .capabilities: try capabilities.map { bytes throws(FormatFailure) in try JSON(bytes) },
        .result: try JSON(result),
      ])
    } catch {
      throw CNIError(error)
    }
  }

  /// As the file has it, which may be no name that a network can have.
  public var network: String { json[CacheKey.network]?.text ?? "" }

  /// As the file has it; either may be empty, or not allowed.
  public var key: AttachmentKey {
    AttachmentKey(
      containerID: json[CacheKey.containerID]?.text ?? "",
      interfaceName: json[CacheKey.interfaceName]?.text ?? "")
  }

  /// `nil` where an older runtime did not keep it.
  public var namespacePath: String? { json[CacheKey.namespacePath]?.text }

  /// In Base64, as most entries of a cache have the same.
  var encodedConfiguration: String? { json[CacheKey.config]?.text }

  /// What the attachment was made with; `nil` where it is missing or no Base64.
  public var configuration: [UInt8]? { encodedConfiguration.flatMap(Base64.decode) }

  /// What the last plugin has answered.
  public var answer: [UInt8] { Array(result.written.utf8) }

  var result: JSON { json[CacheKey.result] ?? .null }

  /// The text of `CNI_ARGS`.
  public var arguments: String {
    argumentPairs.map { $0.elements.compactMap(\.text).joined(separator: "=") }
      .joined(separator: ";")
  }

  /// What stands in `CNI_ARGS` under a name, the last time it is there.
  func argument(_ name: String) -> String? {
    argumentPairs.last { $0.elements.first?.text == name }?.elements.dropFirst().first?.text
  }

  /// A JSON object.
  public var capabilities: [UInt8]? { json[CacheKey.capabilities].map { Array($0.written.utf8) } }

  /// The sets of ranges that the runtime passed; none where it did not.
  var ranges: [[RangeConfig]] {
    IPAMConfig.sets(json[CacheKey.capabilities]?[exactly: RuntimeConfigKey.ipRanges])
  }

  private var argumentPairs: [JSON] { json[CacheKey.arguments]?.elements ?? [] }

  private static func pairs(in arguments: String) -> JSON? {
    let pairs = PluginArguments.pairs(in: arguments).map { pair in
      JSON.array([pair.name, pair.value].compactMap { $0.map(JSON.string) })
    }
    return pairs.isEmpty ? nil : .array(pairs)
  }
}
