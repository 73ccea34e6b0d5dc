import Addressing
import Topology

/// How many addresses of a network are taken and how many are left.
extension Network {
  func count(_ state: Allocation.State) -> Int {
    allocations.reduce(0) { $0 + ($1.state == state ? 1 : 0) }
  }

  var leaked: Int { count(.leaked) + count(.suspect) }

  /// Addresses that host-local cannot hand out now, gateways not counted.
  var taken: Int { allocations.count - count(.gateway) }

  var summary: String { "\(name)   \(taken) taken · \(leaked) leaked · \(free) free" }

  /// What an address is that nobody holds.
  func wordWithoutAllocation(for address: IPAddress) -> String {
    ranges.contains { $0.addresses.contains(address) } ? "free" : "outside every range"
  }

  /// How many more pods can get addresses: an ADD takes one of every set.
  private var left: UInt128 {
    rangeSets.indices.map(room).min() ?? 0
  }

  /// The next ADD will find no address.
  var isFull: Bool { !rangeSets.isEmpty && left == 0 }

  /// How many more pods can get addresses, as text, for there may be 2^64.
  var free: String {
    left > 999_999 ? "plenty" : "\(left)"
  }

  /// How many addresses are taken of how many, in the set that will be full first: `37/253`.
  var occupancy: String {
    let set = rangeSets.indices.min { room(inSet: $0) < room(inSet: $1) }
    guard let set else { return "\(taken)" }
    return "\(taken(inSet: set))/\(capacity(ofSet: set))"
  }

  private func room(inSet index: Int) -> UInt128 {
    let capacity = capacity(ofSet: index)
    return capacity - min(UInt128(taken(inSet: index)), capacity)
  }

  func capacity(ofSet index: Int) -> UInt128 {
    rangeSets[index].reduce(0) { $0.addingReportingOverflow($1.capacity).partialValue }
  }

  func taken(inSet index: Int) -> Int {
    rangeSets[index].reduce(0) { taken, range in
      taken + allocations(in: range.addresses).count { $0.state != .gateway }
    }
  }
}
