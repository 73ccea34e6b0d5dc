public import Addressing

/// Which addresses a container gets, from what is known of a network's leases. It reserves nothing.
public struct Allocator: Sendable {
  private let sets: [PoolSet]
  private let taken: Set<IPAddress>
  private let lastReserved: [Int: IPAddress]

  /// `lastReserved` is by the place of a set in `sets`.
  public init(
    _ sets: [PoolSet], taken: Set<IPAddress> = [], lastReserved: [Int: IPAddress] = [:]
  ) {
    self.sets = sets
    self.taken = taken
    self.lastReserved = lastReserved
  }

  /// One address from each set; those that are asked for where they are in one of its ranges.
  public func allocate(
    requested: [IPAddress] = []
  ) throws(AllocationFailure) -> [AllocatedAddress] {
    try allocate(requested: requested, isTaken: taken.contains)
  }

  /// The same, where `isTaken` says what is taken: it is asked of one address after the other until
  /// one is free.
  public func allocate(
    requested: [IPAddress] = [], isTaken: (IPAddress) -> Bool
  ) throws(AllocationFailure) -> [AllocatedAddress] {
    var open = requested
    var addresses: [AllocatedAddress] = []
    for (index, set) in sets.enumerated() {
      if let place = open.firstIndex(where: { address in set.pool(of: address) != nil }) {
        addresses.append(try reserve(open.remove(at: place), in: set, index, isTaken))
      } else {
        addresses.append(try next(in: set, index, isTaken))
      }
    }
    if let outside = open.first { throw .outOfRange(outside) }
    return addresses
  }

  private func reserve(
    _ address: IPAddress, in set: PoolSet, _ index: Int, _ isTaken: (IPAddress) -> Bool
  ) throws(AllocationFailure) -> AllocatedAddress {
    guard let pool = set.pool(of: address) else { throw .outOfRange(address) }
    guard address != pool.gateway else { throw .isGateway(address) }
    guard !isTaken(address) else { throw .isTaken(address) }
    return AllocatedAddress(address, pool, set: index)
  }

  /// Round robin: the first free one after the last that was given out, through all ranges once.
  private func next(
    in set: PoolSet, _ index: Int, _ isTaken: (IPAddress) -> Bool
  ) throws(AllocationFailure) -> AllocatedAddress {
    let pools = set.pools
    let last = lastReserved[index]
    let start = last.flatMap(set.place)
    for turn in 0...pools.count {
      let pool = pools[(turn + (start ?? 0)) % pools.count]
      let after = turn == 0 && start != nil ? last : nil
      if let address = firstFree(in: pool, after: after, isTaken) {
        return AllocatedAddress(address, pool, set: index)
      }
    }
    throw .isFull(set)
  }

  /// At most one step more than there are leases.
  private func firstFree(
    in pool: AddressPool, after last: IPAddress?, _ isTaken: (IPAddress) -> Bool
  ) -> IPAddress? {
    var number = pool.range.first.number
    if let last {
      guard last < pool.range.last else { return nil }
      number = last.number + 1
    }
    let family = pool.range.first.family
    while number <= pool.range.last.number {
      let address = family.address(number)
      if address != pool.gateway, !isTaken(address) { return address }
      guard number < .max else { return nil }
      number += 1
    }
    return nil
  }
}

/// An address that a container is to get.
public struct AllocatedAddress: Hashable, Sendable {
  /// With the length of its subnet.
  public var prefix: Prefix
  public var gateway: IPAddress
  /// The place of its range set, as in `last_reserved_ip.N`.
  public var set: Int

  public init(prefix: Prefix, gateway: IPAddress, set: Int) {
    self.prefix = prefix
    self.gateway = gateway
    self.set = set
  }

  fileprivate init(_ address: IPAddress, _ pool: AddressPool, set: Int) {
    var prefix = pool.subnet
    prefix.address = address
    self.init(prefix: prefix, gateway: pool.gateway, set: set)
  }
}

/// Why a container gets no address.
public enum AllocationFailure: Error, Hashable, Sendable {
  case isFull(PoolSet)
  case isTaken(IPAddress)
  case isGateway(IPAddress)
  case outOfRange(IPAddress)
}

extension AllocationFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .isFull(let set):
      "all \(set.capacity) addresses of \(set.words) are taken"
    case .isTaken(let address): "the requested address \(address) is taken"
    case .isGateway(let address): "the requested address \(address) is the gateway's"
    case .outOfRange(let address): "the requested address \(address) is in none of the ranges"
    }
  }
}

extension PoolSet {
  /// The first few ranges.
  fileprivate var words: String {
    let rest = pools.count - 8
    return pools.prefix(8).map(\.range.description).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }
}
