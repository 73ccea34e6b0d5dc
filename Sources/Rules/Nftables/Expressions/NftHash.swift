import Netlink

extension NftInterpreter {
  /// `hash`: a number below `modulus` that is the same for alike packets.
  func operand(_ hash: Expression.Hash) -> Operand {
    var tail = " mod \(hash.modulus)"
    if let seed = hash.seed { tail += " seed 0x\(String(seed, radix: 16))" }
    if hash.offset > 0 { tail += " offset \(hash.offset)" }
    return .hash(of: hash.source.map { operands($0, length: hash.length) } ?? [], tail: tail)
  }
}
