import Foundation

extension [UInt8] {
  /// These bytes cut off everywhere, and with each byte damaged in each way.
  public func forEachDamage(_ read: ([UInt8]) throws -> Void) rethrows {
    for count in indices { try read(Array(prefix(count))) }
    var damaged = self
    for position in indices {
      for value in damages(of: self[position]) {
        damaged[position] = value
        try read(damaged)
      }
      damaged[position] = self[position]
    }
  }
}

/// Every other byte with `CNITOP_EXHAUSTIVE=1`, which takes minutes; else those that lengths, types and
/// flags are most likely to stumble over.
private func damages(of sound: UInt8) -> [UInt8] {
  isExhaustive
    ? Array(0...255) : [0, 1, 3, 4, 0x7f, 0x80, 0xff, sound &+ 1, sound &- 1, sound ^ 0x40]
}

private let isExhaustive = ProcessInfo.processInfo.environment["CNITOP_EXHAUSTIVE"] == "1"
