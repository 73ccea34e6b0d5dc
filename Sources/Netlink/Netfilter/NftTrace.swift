/// What happened to one traced packet in a chain, as the group `NFNLGRP_NFTRACE` tells it.
public struct NftTrace: Equatable, Sendable {
  public var chain: NftChain.ID
  /// Stays the same while the packet keeps its place in memory; others may have it later.
  public var packet: UInt32
  public var happening: Happening
  /// The IP header and what is behind it, with the packet's first message of each chain only.
  public var network: [UInt8] = []
  public var transport: [UInt8] = []
  public var mark: UInt32?

  public enum Happening: Equatable, Sendable {
    /// A rule fits: its handle, and what it says; `.continue` where it says nothing.
    case rule(handle: UInt64, RuleVerdict)
    /// A base chain ends: its policy.
    case policy(RuleVerdict)
    /// A chain's rules are over.
    case end
    /// `NFT_TRACETYPE_*`
    case other(UInt32)
  }

  /// The multicast group: `NFNLGRP_NFTRACE`.
  public static let group: UInt32 = 9
}

/// `NFTA_TRACE_*`
enum NftTraceAttribute: UInt16, AttributeKey {
  case table = 1  // NFTA_TRACE_TABLE
  case chain = 2  // NFTA_TRACE_CHAIN
  case rule = 3  // NFTA_TRACE_RULE_HANDLE
  case type = 4  // NFTA_TRACE_TYPE
  case verdict = 5  // NFTA_TRACE_VERDICT
  case id = 6  // NFTA_TRACE_ID
  case network = 8  // NFTA_TRACE_NETWORK_HEADER
  case transport = 9  // NFTA_TRACE_TRANSPORT_HEADER
  case mark = 14  // NFTA_TRACE_MARK
  case policy = 16  // NFTA_TRACE_POLICY
}

extension NftTrace {
  /// `nil` for a message that is no `NFT_MSG_TRACE`.
  public init?(_ message: borrowing Message) throws(WireError) {
    guard message.type == 0xa11 else { return nil }  // NFNL_SUBSYS_NFTABLES, NFT_MSG_TRACE
    try self.init(message: message.payload)
  }

  public init(message: Span<UInt8>) throws(WireError) {
    let family = try NetfilterHeader(message).family
    let body = AttributeReader<NftTraceAttribute>(
      message.extracting(droppingFirst: NetfilterHeader.size))
    let table = NftTable.ID(family, try body.text(.table) ?? "")
    chain = NftChain.ID(table, try body.text(.chain) ?? "")
    packet = try body.number(.id) ?? 0
    network = try body.bytes(.network) ?? []
    transport = try body.bytes(.transport) ?? []
    mark = try body.number(.mark)
    happening = try Happening(body)
  }
}

extension NftTrace.Happening {
  fileprivate init(_ body: AttributeReader<NftTraceAttribute>) throws(WireError) {
    let handle = try body.wide(.rule)
    switch try body.number(.type) ?? 0 {
    case 1:  // NFT_TRACETYPE_POLICY
      let code = Int32(bitPattern: try body.number(.policy) ?? 0)
      self = .policy(RuleVerdict(code: code, chain: ""))
    case 2, 3:  // NFT_TRACETYPE_RETURN, NFT_TRACETYPE_RULE
      guard let handle else {
        self = .end
        return
      }
      var verdict = RuleVerdict.continue
      if let found = try body.find(.verdict) { verdict = try RuleVerdict(found.nest()) }
      self = .rule(handle: handle, verdict)
    case let other: self = .other(other)
    }
  }
}
