/// What nftables puts into a register: bytes, or what to do next.
public enum Datum: Equatable, Sendable {
  case value([UInt8])
  case verdict(RuleVerdict)
}

/// What becomes of a packet.
public enum RuleVerdict: Equatable, Sendable {
  case accept
  case drop
  case `continue`
  case `return`
  case jump(String)
  case goto(String)
  /// Sent to a program at this number.
  case queue(UInt16)
  /// One this version does not know.
  case other(Int32)
}

/// `NFTA_DATA_*`
enum NftDataAttribute: UInt16, AttributeKey {
  case value = 1  // NFTA_DATA_VALUE
  case verdict = 2  // NFTA_DATA_VERDICT
}

/// `NFTA_VERDICT_*`
enum NftVerdictAttribute: UInt16, AttributeKey {
  case code = 1  // NFTA_VERDICT_CODE
  case chain = 2  // NFTA_VERDICT_CHAIN
}

extension Datum {
  init(_ nest: consuming AttributeReader<NftDataAttribute>) throws(WireError) {
    if let found = try nest.find(.verdict) {
      self = .verdict(try RuleVerdict(found.nest()))
    } else {
      self = .value(try nest.bytes(.value) ?? [])
    }
  }
}

extension Span<UInt8> {
  /// The bytes in the `NFTA_DATA_VALUE` of a nest.
  func nestedValue() throws(WireError) -> [UInt8] {
    try AttributeReader<NftDataAttribute>(self).bytes(.value) ?? []
  }
}

extension RuleVerdict {
  init(_ nest: consuming AttributeReader<NftVerdictAttribute>) throws(WireError) {
    let chain = try nest.text(.chain) ?? ""
    self.init(code: Int32(bitPattern: try nest.number(.code) ?? 0), chain: chain)
  }

  init(code: Int32, chain: String) {
    switch code {
    case 0: self = .drop  // NF_DROP
    case 1: self = .accept  // NF_ACCEPT
    case -1: self = .continue  // NFT_CONTINUE
    case -3: self = .jump(chain)  // NFT_JUMP
    case -4: self = .goto(chain)  // NFT_GOTO
    case -5: self = .return  // NFT_RETURN
    case let code where code & 0xff == 3:  // NF_QUEUE
      self = .queue(UInt16(truncatingIfNeeded: code >> 16))
    default: self = .other(code)
    }
  }
}
