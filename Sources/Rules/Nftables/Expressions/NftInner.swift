import Netlink

extension NftInterpreter {
  /// `inner`: what a packet inside a tunnel has, which nft has no words for before 1.0.7.
  mutating func run(_ inner: Expression.Inner) {
    for expression in inner.expressions {
      switch expression {
      case .payload(let payload):
        guard case .load(let register) = payload.use else { continue }
        let words = "[inner \(inner.type) \(PayloadBits(payload.place).words)]"
        put(.unknown(words), into: register)
      case .meta(let meta):
        guard case .load(let register) = meta.use else { continue }
        put(.unknown("[inner \(inner.type) \(Field.meta(meta.key).words)]"), into: register)
      default: add("[inner \(inner.type)]")
      }
    }
  }
}
