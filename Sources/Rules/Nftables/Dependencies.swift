/// Clauses that only say which header a later clause is about: nft leaves them out once that one comes.
struct Dependencies {
  /// By the layer whose header a clause tells of.
  private var clauses: [Dependency?] = Array(repeating: nil, count: Layer.inner.rawValue + 2)
  private var isEmpty = true

  /// Nothing before a statement can be left out.
  mutating func reset() {
    guard !isEmpty else { return }
    for index in clauses.indices { clauses[index] = nil }
    isEmpty = true
  }

  /// Below the link layer there is none.
  mutating func store(_ dependency: Dependency, above layer: Layer?) {
    clauses[(layer?.rawValue ?? 0) + 1] = dependency
    isEmpty = false
  }

  /// What tells of this layer's header. One behind the transport header counts for that too.
  subscript(layer: Layer) -> Dependency? {
    if isEmpty { return nil }
    return clauses[layer.rawValue]
      ?? (layer == .transport ? clauses[Layer.inner.rawValue] : nil)
  }

  mutating func take(_ layer: Layer) -> Dependency? {
    let found = self[layer]
    let isInner = clauses[layer.rawValue] == nil
    clauses[isInner ? Layer.inner.rawValue : layer.rawValue] = nil
    return found
  }
}

struct Dependency {
  /// Where the clause is.
  var clause: Int
  var origin: Origin
  var number: UInt64

  enum Origin {
    case evidence(Layers.Evidence)
    /// A field of a header that says which one comes next.
    case header(Header, isEtherType: Bool)
  }

  /// The network protocol it tells of, as `NFPROTO_*`, 0 for another; `nil` where it tells of none.
  var family: UInt8? {
    switch origin {
    case .evidence(.family): UInt8(truncatingIfNeeded: number)
    case .evidence(.etherType): Self.family(etherType: number)
    case .header(let header, isEtherType: true) where header.layer == .link:
      Self.family(etherType: number)
    case .evidence, .header: nil
    }
  }

  private static func family(etherType: UInt64) -> UInt8 {
    switch etherType {
    case 0x0800: 2
    case 0x86dd: 10
    default: 0
    }
  }
}
