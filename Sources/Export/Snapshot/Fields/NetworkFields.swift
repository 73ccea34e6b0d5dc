import Addressing
import Topology

extension Network: Coded {
  static var blank: Network { Network(directory: "", name: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("directory", &directory)
    try coder.field("name", &name)
    try coder.list("sources", &sources)
    try coder.field("bridge", &bridge)
    try coder.field("masquerades", &masquerades)
    var ranges = Coder.writes ? NumberedRange.list(rangeSets) : []
    try coder.list("ranges", &ranges, context)
    try coder.take(
      &rangeSets, NumberedRange.sets(ranges), "ranges", "a list of sets in order, from 0")
    var last = lastReserved.sorted { $0.key < $1.key }.map(LastReserved.init)
    try coder.list("lastReserved", &last, context)
    lastReserved = Dictionary(last.map { ($0.set, $0.address) }) { first, _ in first }
    try coder.list("allocations", &allocations, context)
    let addresses = Coder.writes ? [] : allocations.map(\.address)
    try coder.check(
      "allocations", zip(addresses, addresses.dropFirst()).allSatisfy(<=), "in the order of address"
    )
    try coder.list("foreignFiles", &foreignFiles, context)
  }
}

/// A range with the number of its set; or a set without one.
private struct NumberedRange: Coded {
  var set: Int
  var range: Network.Range?

  static var blank: NumberedRange { NumberedRange(set: 0) }

  static func list(_ sets: [[Network.Range]]) -> [NumberedRange] {
    sets.enumerated().flatMap { set, ranges in
      ranges.isEmpty
        ? [NumberedRange(set: set)] : ranges.map { NumberedRange(set: set, range: $0) }
    }
  }

  /// `nil` unless each is of the set of the one before it or of the next.
  static func sets(_ list: [NumberedRange]) -> [[Network.Range]]? {
    var sets: [[Network.Range]] = []
    for entry in list {
      if entry.set == sets.count { sets.append([]) }
      guard entry.set == sets.count - 1 else { return nil }
      if let range = entry.range { sets[entry.set].append(range) }
    }
    return sets
  }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    var (subnet, gateway) = (range?.subnet, range?.gateway)
    var (first, last) = (range?.addresses.first, range?.addresses.last)
    try coder.field("set", &set)
    try coder.field("subnet", &subnet)
    try coder.field("first", &first)
    try coder.field("last", &last)
    try coder.field("gateway", &gateway)
    guard let subnet, let first, let last else { return }
    let addresses = AddressRange(from: first, to: last)
    let made = addresses.map { Network.Range(subnet: subnet, addresses: $0, gateway: gateway) }
    try coder.take(&range, made.map(Optional.some), "last", "an address not before the first")
  }
}

private struct LastReserved: Coded {
  var set: Int
  var address: IPAddress

  static var blank: LastReserved { LastReserved(set: 0, address: .v4(0)) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("set", &set)
    try coder.field("address", &address)
  }
}

extension Allocation: Coded {
  static var blank: Allocation { Allocation(address: .v4(0), state: .used) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("address", &address)
    try coder.field("state", &state)
    try coder.field("evidence", &evidence)
    try coder.field("holder", &holder)
    try coder.field("namespace", &namespace, context)
    try coder.field("lease", &lease, context)
    try coder.list("places", &places, context)
  }
}

extension Allocation.Lease: Coded {
  static var blank: Allocation.Lease {
    Allocation.Lease(containerID: "", since: Timestamp(seconds: 0))
  }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("containerID", &containerID)
    try coder.field("interface", &interface)
    try coder.field("since", &since)
  }
}
