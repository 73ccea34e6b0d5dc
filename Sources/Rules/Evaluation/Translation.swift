import Addressing

/// Other addresses or ports for a connection, as a rule asks for them (`struct nf_nat_range2`).
struct Translation: Equatable {
  /// Of the source, else of the destination.
  var isSource: Bool
  /// First and last; `nil` to keep the address.
  var addresses: AddressRange?
  /// It gets another address, and nobody knows which.
  var isAddressOpen = false
  /// Of ports, or numbers of an echo; `nil` to keep it if that is free.
  var ports: ClosedRange<UInt16>?
  var flags: Flags = []

  init(
    isSource: Bool, to address: IPAddress?, ports: ClosedRange<UInt16>? = nil, flags: Flags = []
  ) {
    self.isSource = isSource
    addresses = address.flatMap { AddressRange(from: $0, to: $0) }
    isAddressOpen = address == nil
    self.ports = ports
    self.flags = flags
  }

  init(
    isSource: Bool, addresses: AddressRange? = nil, ports: ClosedRange<UInt16>? = nil,
    flags: Flags = []
  ) {
    self.isSource = isSource
    self.addresses = addresses
    self.ports = ports
    self.flags = flags
  }

  /// `NF_NAT_RANGE_*`
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32
    static let random = Self(rawValue: 4)  // NF_NAT_RANGE_PROTO_RANDOM
    static let persistent = Self(rawValue: 8)  // NF_NAT_RANGE_PERSISTENT
    static let fullyRandom = Self(rawValue: 16)  // NF_NAT_RANGE_PROTO_RANDOM_FULLY
    static let offset = Self(rawValue: 32)  // NF_NAT_RANGE_PROTO_OFFSET
    static let netmap = Self(rawValue: 64)  // NF_NAT_RANGE_NETMAP
  }
}
