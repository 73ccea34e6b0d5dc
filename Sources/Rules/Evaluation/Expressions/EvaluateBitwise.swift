import Netlink

extension Evaluator {
  /// `bitwise`: what is not known stays so, unless the operation settles it.
  mutating func run(_ bitwise: Expression.Bitwise) -> Progress {
    guard let value = registers.read(bitwise.source, bitwise.length) else { return .noFit }
    let source = registers.source(bitwise.source)
    let result: PartialBytes
    switch bitwise.operation {
    case .maskXor(let mask, let xor): result = value.masked(mask, xor)
    case .left(let bits): result = value.shifted { $0 << UInt128(bits % 32) }
    case .right(let bits): result = value.shifted { $0 >> UInt128(bits % 32) }
    case .and(let other): result = combine(value, other) { $0.and($1) }
    case .or(let other): result = combine(value, other) { $0.or($1) }
    case .xor(let other): result = combine(value, other) { $0.xor($1) }
    case .other: result = PartialBytes(unknown: value.count)
    }
    registers.write(result, to: bitwise.destination, from: source)
    return .goOn
  }

  private func combine(
    _ value: PartialBytes, _ register: Int, _ body: (PartialBytes, PartialBytes) -> PartialBytes
  ) -> PartialBytes {
    guard let other = registers.read(register, value.count) else {
      return PartialBytes(unknown: value.count)
    }
    return body(value, other)
  }
}

extension PartialBytes {
  fileprivate func masked(_ mask: [UInt8], _ xor: [UInt8]) -> PartialBytes {
    guard mask.count >= count, xor.count >= count else { return PartialBytes(unknown: count) }
    var result = self
    for place in bytes.indices {
      result.bytes[place] = bytes[place] & mask[place] ^ xor[place]
      result.known[place] = known[place] | ~mask[place]
      result.bytes[place] &= result.known[place]
    }
    return result
  }

  fileprivate func and(_ other: PartialBytes) -> PartialBytes {
    zip(other) { left, right in
      // A known 0 of either settles it.
      (left.0 & right.0, left.1 & right.1 | left.1 & ~left.0 | right.1 & ~right.0)
    }
  }

  fileprivate func or(_ other: PartialBytes) -> PartialBytes {
    zip(other) { left, right in
      (left.0 | right.0, left.1 & right.1 | left.1 & left.0 | right.1 & right.0)
    }
  }

  fileprivate func xor(_ other: PartialBytes) -> PartialBytes {
    zip(other) { left, right in (left.0 ^ right.0, left.1 & right.1) }
  }

  private func zip(
    _ other: PartialBytes, _ body: ((UInt8, UInt8), (UInt8, UInt8)) -> (UInt8, UInt8)
  ) -> PartialBytes {
    var result = self
    for place in bytes.indices {
      let (byte, bits) = body(
        (bytes[place], known[place]), (other.bytes[place], other.known[place]))
      (result.bytes[place], result.known[place]) = (byte & bits, bits)
    }
    return result
  }

  /// The words of a register lie in host order, the first one is the highest.
  fileprivate func shifted(_ shift: (UInt128) -> UInt128) -> PartialBytes {
    guard count <= 16, count % 4 == 0 else { return PartialBytes(unknown: count) }
    let width = UInt128(count * 8)
    let all = width == 128 ? UInt128.max : (1 << width) - 1
    let value = shift(Self.number(bytes)) & all
    // What comes in from the side is 0, and known.
    let unknown = shift(~Self.number(known) & all) & all
    return PartialBytes(bytes: Self.words(value, count), known: Self.words(~unknown & all, count))
  }

  private static func number(_ bytes: [UInt8]) -> UInt128 {
    stride(from: 0, to: bytes.count, by: 4).reduce(0) { sum, start in
      bytes[start..<start + 4].reversed().reduce(sum) { $0 << 8 | UInt128($1) }
    }
  }

  private static func words(_ number: UInt128, _ count: Int) -> [UInt8] {
    let bytes = Array(bigEndian(number).suffix(count))
    return stride(from: 0, to: count, by: 4).flatMap { bytes[$0..<$0 + 4].reversed() }
  }
}
