import Dice

/// Damaged copies of seeds, the same in every run.
public struct Mutations: Sequence, IteratorProtocol {
  private let seeds: [[UInt8]]
  private var dice: Dice
  private var left: Int

  /// `seeds` are at least one.
  public init(of seeds: [[UInt8]], count: Int, number: UInt64) {
    self.seeds = seeds
    dice = Dice(seed: number)
    left = count
  }

  public mutating func next() -> [UInt8]? {
    guard left > 0, var bytes = seeds.randomElement(using: &dice) else { return nil }
    left -= 1
    for _ in 0..<Int.random(in: 1...4, using: &dice) { damage(&bytes) }
    return bytes
  }

  /// One change of those that lengths, types and quotes are most likely to stumble over.
  private mutating func damage(_ bytes: inout [UInt8]) {
    guard let place = bytes.indices.randomElement(using: &dice) else {
      bytes.append(.random(in: 0...255, using: &dice))
      return
    }
    let end = Swift.min(bytes.count, place + Int.random(in: 1...16, using: &dice))
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
    case 1: bytes[place] = Self.telling.randomElement(using: &dice) ?? 0
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.removeSubrange(place...)
    case 5:
      let other = seeds.randomElement(using: &dice) ?? []
      bytes.replaceSubrange(place..., with: other.dropFirst(place))
    default: bytes.insert(Self.telling.randomElement(using: &dice) ?? 0, at: place)
    }
  }

  private static let telling =
    [0, 1, 3, 4, 8, 0x0a, 0x1b, 0x7f, 0x80, 0xcc, 0xff] + "\"\\{}[]:,=-/.0 9#'".utf8
}
