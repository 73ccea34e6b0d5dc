import Netlink

extension Evaluator {
  /// `numgen`: every number is possible.
  mutating func run(_ numgen: Expression.Numgen) -> Progress {
    draw(
      numgen.modulus, offset: numgen.offset, into: numgen.destination,
      Doubt(numgen.isRandom ? "numgen random" : "numgen inc", isChance: true))
  }

  /// Any number below a modulus.
  mutating func draw(
    _ modulus: UInt32, offset: UInt32, into register: Int, _ doubt: Doubt
  ) -> Progress {
    guard modulus > 0, modulus <= 1024 else {
      return loadUnknown(doubt.what, into: register, length: 4)
    }
    let number = UInt32(choose(Int(modulus), doubt) { "\($0)" }) &+ offset
    registers.write(
      PartialBytes(hostEndian(number)), to: register, from: .expression(doubt.what))
    return .goOn
  }
}
