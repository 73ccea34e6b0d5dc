/// A rule to be made: matches from left to right, then what becomes of the packet.
public struct NewRule: Equatable, Sendable {
  public var chain: NftChain.ID
  public var expressions: [NewExpression]
  /// Bytes beyond ``commentLimit`` are left out.
  public var comment: String?

  public init(_ chain: NftChain.ID, _ expressions: [NewExpression], comment: String? = nil) {
    self.chain = chain
    self.expressions = expressions
    self.comment = comment
  }

  /// As many bytes of a comment as nft itself takes.
  public static let commentLimit = 128
}

/// A step of a rule to be made. All of them use one register.
public enum NewExpression: Equatable, Sendable {
  /// Loads `NFT_META_*`.
  case meta(UInt32)
  case payload(Expression.Payload.Place)
  /// Keeps these bits of what was loaded.
  case mask([UInt8])
  /// Ends the rule unless what was loaded is so.
  case compare(Expression.Comparison, [UInt8])
  case verdict(RuleVerdict)
  case masquerade
  case counter
}

extension NewExpression {
  /// Writes the `NFTA_LIST_ELEM` of a rule: the expression's name, and its own attributes.
  func write(_ element: inout AttributeWriter<ExpressionAttribute>) {
    switch self {
    case .meta(let key):
      element.name("meta", of: MetaAttribute.self) {
        $0.add(.key, key, .network)
        $0.add(.destination, theRegister, .network)
      }
    case .payload(let place):
      element.name("payload", of: PayloadAttribute.self) {
        $0.add(.destination, theRegister, .network)
        $0.add(.base, place.base, .network)
        $0.add(.offset, place.offset, .network)
        $0.add(.length, place.length, .network)
      }
    case .mask(let bits):
      element.name("bitwise", of: BitwiseAttribute.self) {
        $0.add(.source, theRegister, .network)
        $0.add(.destination, theRegister, .network)
        $0.add(.length, UInt32(bits.count), .network)
        $0.nest(.mask, of: NftDataAttribute.self) { $0.add(.value, bits) }
        $0.nest(.xor, of: NftDataAttribute.self) {
          $0.add(.value, [UInt8](repeating: 0, count: bits.count))
        }
      }
    case .compare(let comparison, let value):
      element.name("cmp", of: CmpAttribute.self) {
        $0.add(.source, theRegister, .network)
        $0.add(.operation, comparison.rawValue, .network)
        $0.nest(.data, of: NftDataAttribute.self) { $0.add(.value, value) }
      }
    case .verdict(let verdict):
      element.name("immediate", of: ImmediateAttribute.self) {
        $0.add(.destination, UInt32(0), .network)  // NFT_REG_VERDICT
        $0.nest(.data, of: NftDataAttribute.self) { $0.nest(.verdict, verdict.write) }
      }
    case .masquerade: element.name("masq", of: MasqAttribute.self) { _ in }
    case .counter: element.name("counter", of: CounterAttribute.self) { _ in }
    }
  }
}

/// `NFT_REG_1`
private let theRegister: UInt32 = 1

extension AttributeWriter<ExpressionAttribute> {
  fileprivate mutating func name<Inner: AttributeKey>(
    _ name: String, of _: Inner.Type, _ fill: (inout AttributeWriter<Inner>) -> Void
  ) {
    add(.name, name)
    nest(.data, fill)
  }
}

extension RuleVerdict {
  fileprivate func write(_ nest: inout AttributeWriter<NftVerdictAttribute>) {
    let (code, chain) = words
    nest.add(.code, UInt32(bitPattern: code), .network)
    if let chain { nest.add(.chain, chain) }
  }

  private var words: (code: Int32, chain: String?) {
    switch self {
    case .drop: (0, nil)  // NF_DROP
    case .accept: (1, nil)  // NF_ACCEPT
    case .continue: (-1, nil)  // NFT_CONTINUE
    case .jump(let chain): (-3, chain)  // NFT_JUMP
    case .goto(let chain): (-4, chain)  // NFT_GOTO
    case .return: (-5, nil)  // NFT_RETURN
    case .queue(let number): (Int32(number) << 16 | 3, nil)  // NF_QUEUE
    case .other(let code): (code, nil)
    }
  }
}
