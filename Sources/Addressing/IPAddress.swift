/// An IPv4 or IPv6 address. Every IPv4 address sorts before every IPv6 address.
///
/// IPv6 is kept as two halves, not as a `UInt128`: Swift 6.3 aligns that to 16 bytes, and its async
/// frames (swift-testing's among them) hold it at multiples of 8, which ends in a crash.
public enum IPAddress: Hashable, Sendable {
  /// First octet in the highest byte.
  case v4(UInt32)
  /// First group in the highest 16 bits of `high`.
  case v6(high: UInt64, low: UInt64)

  /// The IPv6 address with this number.
  public static func v6(_ number: UInt128) -> IPAddress {
    .v6(high: UInt64(truncatingIfNeeded: number >> 64), low: UInt64(truncatingIfNeeded: number))
  }

  /// Reads 4 or 16 bytes in network order.
  public init?(bytes: some Collection<UInt8>) {
    switch bytes.count {
    case 4: self = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
    case 16: self = .v6(bytes.reduce(0) { $0 << 8 | UInt128($1) })
    default: return nil
    }
  }

  public var family: Family {
    switch self {
    case .v4: .v4
    case .v6: .v6
    }
  }

  /// The address in network order: 4 or 16 bytes.
  public var bytes: [UInt8] {
    let number = number
    let top = Int(family.bitWidth) - 8
    return stride(from: top, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The address as a number, for arithmetic within one family.
  public var number: UInt128 {
    switch self {
    case .v4(let value): UInt128(value)
    case .v6(let high, let low): UInt128(high) << 64 | UInt128(low)
    }
  }

  /// `fe80::/10`, which every IPv6 interface has, and `169.254.0.0/16`.
  public var isLinkLocal: Bool {
    switch self {
    case .v4(let value): value >> 16 == 0xa9fe
    case .v6(let high, _): high >> 54 == 0xfe80 >> 6
    }
  }

  public var isLoopback: Bool {
    switch self {
    case .v4(let value): value >> 24 == 127
    case .v6(let high, let low): high == 0 && low == 1
    }
  }

  public enum Family: Hashable, Sendable, CaseIterable {
    case v4
    case v6

    /// Length of an address in bits.
    public var bitWidth: UInt8 {
      switch self {
      case .v4: 32
      case .v6: 128
      }
    }

    /// The address of this family that is `number`, cut to the family's width.
    public func address(_ number: UInt128) -> IPAddress {
      switch self {
      case .v4: .v4(UInt32(truncatingIfNeeded: number))
      case .v6: .v6(number)
      }
    }
  }
}

extension IPAddress: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.v4(let left), .v4(let right)): left < right
    case (.v6, .v6): left.number < right.number
    case (.v4, .v6): true
    case (.v6, .v4): false
    }
  }
}
