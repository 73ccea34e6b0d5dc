import Addressing

/// From one number to another, or all but those.
struct XtRange<Number: FixedWidthInteger & Sendable>: Equatable, Sendable {
  var low: Number
  var high: Number
  var isInverted = false

  /// Whether it says nothing.
  var isAny: Bool { low == 0 && high == .max }

  /// `1024:65535`
  var text: String { low == high ? "\(low)" : "\(low):\(high)" }

  func contains(_ number: Number) -> Bool {
    (low <= number && number <= high) != isInverted
  }

  /// Of a number that may not be known.
  func fits(_ number: Number?, _ name: String) -> Fit {
    if isAny { return Fit(!isInverted) }
    return Fit(number.map(contains), name)
  }
}

/// An address of which only the bits count that are set in the mask.
struct XtAddress: Equatable, Sendable {
  var address: IPAddress
  var mask: IPAddress
  var isInverted = false

  /// `10.0.0.0/8`; without a length where every bit counts.
  var text: String {
    guard let length = mask.maskLength else { return "\(address)/\(mask)" }
    return length == address.family.bitWidth ? "\(address)" : "\(address)/\(length)"
  }

  func contains(_ other: IPAddress) -> Bool {
    (other.family == address.family && other.number & mask.number == address.number)
      != isInverted
  }

  func fits(_ other: IPAddress?, _ name: String) -> Fit { Fit(other.map(contains), name) }
}

/// A number of which only the bits count that are set in the mask.
struct XtMasked: Equatable, Sendable {
  var value: UInt32
  var mask: UInt32
  var isInverted = false

  /// `0x4000/0xff00`; without a mask where every bit counts.
  var text: String {
    mask == .max ? hex(value) : "\(hex(value))/\(hex(mask))"
  }

  func contains(_ number: UInt32) -> Bool { (number & mask == value) != isInverted }

  func fits(_ number: UInt32?, _ name: String) -> Fit { Fit(number.map(contains), name) }
}
