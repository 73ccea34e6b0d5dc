/// `match` and `target`, and an entry of a legacy table: an extension of iptables, with its options in the
/// kernel's own struct.
public struct XtExtension: Equatable, Sendable {
  public var name: String
  public var revision: UInt32
  public var info: [UInt8]

  public init(name: String, revision: UInt32, info: [UInt8]) {
    self.name = name
    self.revision = revision
    self.info = info
  }
}

/// `NFTA_MATCH_*` and `NFTA_TARGET_*`
enum ExtensionAttribute: UInt16, AttributeKey {
  case name = 1  // NFTA_MATCH_NAME
  case revision = 2  // NFTA_MATCH_REV
  case info = 3  // NFTA_MATCH_INFO
}

extension XtExtension {
  init(_ nest: consuming AttributeReader<ExtensionAttribute>) throws(WireError) {
    self.init(
      name: try nest.text(.name) ?? "", revision: try nest.number(.revision) ?? 0,
      info: try nest.bytes(.info) ?? [])
  }
}
