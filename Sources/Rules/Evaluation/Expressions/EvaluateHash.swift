import Netlink

extension Evaluator {
  /// `hash`: computed where all that goes into it is known, else every number is possible.
  mutating func run(_ hash: Expression.Hash) -> Progress {
    guard let source = hash.source, let seed = hash.seed, hash.modulus > 0,
      let value = registers.read(source, hash.length), value.isKnown
    else {
      let name = hash.source == nil ? "symhash" : "jhash"
      return draw(
        hash.modulus, offset: hash.offset, into: hash.destination, Doubt(name, isChance: true))
    }
    let scaled = (UInt64(jenkinsHash(value.bytes, seed: seed)) * UInt64(hash.modulus)) >> 32
    let number = UInt32(truncatingIfNeeded: scaled) &+ hash.offset
    registers.write(
      PartialBytes(hostEndian(number)), to: hash.destination, from: .expression("jhash"))
    return .goOn
  }
}

/// Bob Jenkins' lookup3, as the kernel begins and ends it (`jhash` of include/linux/jhash.h).
func jenkinsHash(_ key: [UInt8], seed: UInt32) -> UInt32 {
  let start = 0xdead_beef &+ UInt32(truncatingIfNeeded: key.count) &+ seed
  var state = JenkinsState(a: start, b: start, c: start)
  var rest = key[...]
  while rest.count > 12 {
    state.add(rest.prefix(12))
    state.mix()
    rest = rest.dropFirst(12)
  }
  guard !rest.isEmpty else { return state.c }
  state.add(rest)
  state.finish()
  return state.c
}

private struct JenkinsState {
  var a: UInt32
  var b: UInt32
  var c: UInt32

  /// Up to 12 bytes, those that are missing as 0.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    let words = Array(bytes) + [UInt8](repeating: 0, count: 12 - bytes.count)
    func word(_ place: Int) -> UInt32 {
      words[place * 4..<place * 4 + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    a &+= word(0)
    b &+= word(1)
    c &+= word(2)
  }

  mutating func mix() {
    a &-= c; a ^= c.rotated(4); c &+= b
    b &-= a; b ^= a.rotated(6); a &+= c
    c &-= b; c ^= b.rotated(8); b &+= a
    a &-= c; a ^= c.rotated(16); c &+= b
    b &-= a; b ^= a.rotated(19); a &+= c
    c &-= b; c ^= b.rotated(4); b &+= a
  }

  mutating func finish() {
    c ^= b; c &-= b.rotated(14)
    a ^= c; a &-= c.rotated(11)
    b ^= a; b &-= a.rotated(25)
    c ^= b; c &-= b.rotated(16)
    a ^= c; a &-= c.rotated(4)
    b ^= a; b &-= a.rotated(14)
    c ^= b; c &-= b.rotated(24)
  }
}

extension UInt32 {
  fileprivate func rotated(_ bits: UInt32) -> UInt32 { self << bits | self >> (32 - bits) }
}
