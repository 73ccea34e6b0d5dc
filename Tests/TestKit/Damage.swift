import Dice

/// Calls `read` with every beginning of sound bytes, then with each byte of them damaged: it must return.
public func forEachDamage(of whole: [UInt8], _ read: ([UInt8]) -> Void) {
  for count in whole.indices { read(Array(whole[..<count])) }
  for position in whole.indices {
    for byte in [0, 0x1b, 0x22, 0x5c, 0x7b, 0x5d, 0x2d, 0x39, 0x80, 0xff] as [UInt8] {
      var damaged = whole
      damaged[position] = byte
      read(damaged)
    }
  }
}

/// The same with thousands of short texts that mean nothing.
public func forEachNoise(_ read: ([UInt8]) -> Void) {
  var dice = Dice(seed: 1)
  for _ in 0..<2000 {
    let count = Int.random(in: 0...64, using: &dice)
    read((0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) })
  }
}
