/// Addresses of one family from a first to a last, both included.
public struct AddressRange: Hashable, Sendable {
  public let first: IPAddress
  public let last: IPAddress

  /// Traps unless both are of one family, in order. For what a file says use ``init(from:to:)``.
  init(first: IPAddress, last: IPAddress) {
    precondition(first.family == last.family && first <= last)
    self.first = first
    self.last = last
  }

  /// `nil` for two families, or a last before the first.
  public init?(from first: IPAddress, to last: IPAddress) {
    guard first.family == last.family, first <= last else { return nil }
    self.init(first: first, last: last)
  }

  public func contains(_ address: IPAddress) -> Bool {
    address.family == first.family && first <= address && address <= last
  }

  public func overlaps(_ other: AddressRange) -> Bool {
    first.family == other.first.family && first <= other.last && other.first <= last
  }

  /// How many addresses; the whole of IPv6 counts one too few.
  public var count: UInt128 {
    let distance = last.number - first.number
    return distance == .max ? distance : distance + 1
  }
}

extension AddressRange: CustomStringConvertible {
  public var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
}
