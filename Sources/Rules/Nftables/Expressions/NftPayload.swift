import Netlink

extension NftInterpreter {
  /// `payload`: bytes of a packet's headers, read or written.
  mutating func run(_ payload: Expression.Payload) {
    let bits = PayloadBits(payload.place)
    switch payload.use {
    case .load(let register): put(.payload(bits), into: register)
    case .store(let register): write(operand(register), to: bits)
    }
  }

  /// To write a field that is no whole bytes, nft reads those around it, and writes all of them.
  private mutating func write(_ operand: Operand, to bits: PayloadBits) {
    if case .bitwise(.payload(bits), let mask, let xor) = operand,
      let (field, shift) = trim(
        bits, Value(~mask.number & Value.ones(mask.bits).number, bits: mask.bits))
    {
      let term = tell(field)
      let value = Value(xor.number >> UInt128(shift), bits: field.bits)
      return add("\(term.words) set \(constant(value, term.type).words)")
    }
    let term = tell(bits)
    add("\(term.words) set \(tell(operand, as: (term.type, .network)).words)")
  }
}
