/// A change of nftables, as the group `NFNLGRP_NFTABLES` tells it.
public enum NftEvent: Equatable, Sendable {
  case newTable(NftTable)
  case deleteTable(NftTable.ID)
  case newChain(NftChain)
  /// With its hook where only devices were taken from it.
  case deleteChain(NftChain)
  case newRule(NftRule, NftRule.Order)
  case deleteRule(NftRule)
  case newSet(NftSet)
  case deleteSet(NftSet.ID)
  case newElements(NftElements)
  case deleteElements(NftElements)
  /// Ends the changes that were made together.
  case generation(UInt32)

  /// The multicast group: `NFNLGRP_NFTABLES`.
  public static let group: UInt32 = 7

  /// `nil` for a message that tells of something else.
  public init?(_ message: borrowing Message) throws(WireError) {
    guard let type = NftMessage(rawValue: message.type) else { return nil }
    let payload = message.payload
    switch type {
    case .newTable: self = .newTable(try NftTable(message: payload))
    case .deleteTable: self = .deleteTable(try NftTable(message: payload).id)
    case .newChain: self = .newChain(try NftChain(message: payload))
    case .deleteChain: self = .deleteChain(try NftChain(message: payload))
    case .newRule:
      let rule = try NftRule(message: payload)
      self = .newRule(
        rule, NftRule.Order(rule, isAppended: message.isAppended, isNew: message.isCreated))
    case .deleteRule: self = .deleteRule(try NftRule(message: payload))
    case .newSet: self = .newSet(try NftSet(message: payload))
    case .deleteSet: self = .deleteSet(try NftSet(message: payload).id)
    case .newElements: self = .newElements(try NftElements(message: payload))
    case .deleteElements: self = .deleteElements(try NftElements(message: payload))
    case .newGeneration:
      _ = try NetfilterHeader(payload)
      let body = AttributeReader<NftGenerationAttribute>(
        payload.extracting(droppingFirst: NetfilterHeader.size))
      self = .generation(try body.number(.id) ?? 0)
    case .getTable, .getChain, .getRule, .getSet, .getElements, .getGeneration: return nil
    }
  }
}

extension NftRule {
  /// Where in its chain a new rule is.
  public enum Order: Equatable, Sendable {
    /// Right after the rule with this handle.
    case after(UInt64)
    case first
    case last
    /// First or last, as was the rule that it replaces, whose deletion was told just before.
    case replacing

    /// The kernel names the rule before a new one, unless the new one is first or last. One that
    /// replaces another is not told as made.
    fileprivate init(_ rule: NftRule, isAppended: Bool, isNew: Bool) {
      if let position = rule.position {
        self = .after(position)
      } else if !isAppended {
        self = .first
      } else {
        self = isNew ? .last : .replacing
      }
    }
  }
}
