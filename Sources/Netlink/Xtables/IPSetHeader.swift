/// An ipset without its elements: the name for a number that rules have for it.
public struct IPSetHeader: Equatable, Sendable {
  public var index: UInt16
  public var name: String
  /// `hash:ip,port`
  public var type: String

  public init(index: UInt16, name: String, type: String = "") {
    self.index = index
    self.name = name
    self.type = type
  }
}

/// `IPSET_ATTR_*`, of a command
enum IPSetAttribute: UInt16, AttributeKey {
  case version = 1  // IPSET_ATTR_PROTOCOL
  case name = 2  // IPSET_ATTR_SETNAME
  case type = 3  // IPSET_ATTR_TYPENAME
  case flags = 6  // IPSET_ATTR_FLAGS
  case index = 11  // IPSET_ATTR_INDEX
}

extension IPSetHeader {
  /// Reads one message of an `IPSET_CMD_LIST`.
  public init(message: Span<UInt8>) throws(WireError) {
    _ = try NetfilterHeader(message)
    let body = AttributeReader<IPSetAttribute>(
      message.extracting(droppingFirst: NetfilterHeader.size))
    self.init(
      index: try body.find(.index)?.uint16(.network) ?? .max, name: try body.text(.name) ?? "",
      type: try body.text(.type) ?? "")
  }
}

extension Query<IPSetHeader> {
  /// `ipset list -terse`, as version 7 of its protocol has it, the first to tell numbers (Linux 4.20).
  public static let ipsets = Query(
    Request(
      to: "list ipsets", type: 0x607,  // NFNL_SUBSYS_IPSET, IPSET_CMD_LIST
      flags: .dump, header: [NftFamily.any.rawValue, 0, 0, 0]
    ) { (list: inout AttributeWriter<IPSetAttribute>) in
      list.add(.version, UInt8(7))  // IPSET_PROTOCOL
      list.add(.flags, UInt32(4), .network)  // IPSET_FLAG_LIST_HEADER
    }, read: IPSetHeader.init(message:))
}
