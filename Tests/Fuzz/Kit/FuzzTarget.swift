/// A reader of what others wrote. Its input may be any bytes: it comes back, and keeps its promises.
///
/// The raw value names the directory of its seeds below `Tests/Fuzz/Corpus`.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case attributes
  case route
  case netfilter
  case ruleset
  case legacyTable = "legacy-table"
  case echoAnswer = "echo-answer"

  case json
  case base64
  case configuration
  case pluginInput = "plugin-input"
  case pluginAnswer = "plugin-answer"
  case result
  case arguments
  case environment
  case lease
  case cacheEntry = "cache-entry"
  case programHeader = "program-header"

  case toml
  case kubelet
  case glob
  case bundle
  case node

  case snapshot

  case mountinfo
  case proc
  case resolver
  case ruleComment = "rule-comment"

  case address
  case text
  case quoting
  case settings
  case keys

  /// Reads `bytes`.
  ///
  /// - Throws: `Broken`, where what was read is not what it has to be. What is worse traps.
  public func run(_ bytes: [UInt8]) throws(Broken) {
    try reader(bytes)
  }

  private var reader: ([UInt8]) throws(Broken) -> Void {
    switch self {
    case .attributes: Self.readAttributes
    case .route: Self.readRoute
    case .netfilter: Self.readNetfilter
    case .ruleset: Self.followRuleset
    case .legacyTable: Self.readLegacyTable
    case .echoAnswer: Self.readEchoAnswer
    case .json: Self.readJSON
    case .base64: Self.readBase64
    case .configuration: Self.readConfiguration
    case .pluginInput: Self.readPluginInput
    case .pluginAnswer: Self.readPluginAnswer
    case .result: Self.readResult
    case .arguments: Self.readArguments
    case .environment: Self.readEnvironment
    case .lease: Self.readLease
    case .cacheEntry: Self.readCacheEntry
    case .programHeader: Self.readProgramHeader
    case .toml: Self.readTOML
    case .kubelet: Self.readKubelet
    case .glob: Self.readGlob
    case .bundle: Self.readBundle
    case .node: Self.readNode
    case .snapshot: Self.readSnapshot
    case .mountinfo: Self.readMountinfo
    case .proc: Self.readProc
    case .resolver: Self.readResolver
    case .ruleComment: Self.readRuleComment
    case .address: Self.readAddress
    case .text: Self.readText
    case .quoting: Self.readQuoted
    case .settings: Self.readSettings
    case .keys: Self.readKeys
    }
  }
}

/// What a reader promised and did not keep.
public struct Broken: Error, CustomStringConvertible {
  public let description: String
}

func promise(
  _ words: @autoclosure () -> String, _ isKept: @autoclosure () -> Bool
) throws(Broken) {
  if !isKept() { throw Broken(description: words()) }
}
