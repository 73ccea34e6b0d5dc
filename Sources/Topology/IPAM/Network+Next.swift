public import Addressing

extension Network {
  /// The address that host-local hands out next from a set of ranges: the first without a lease
  /// after the one handed out last, round and round. `nil` when there is none.
  public func nextAddress(inSet set: Int) -> IPAddress? {
    guard rangeSets.indices.contains(set), let first = rangeSets[set].first else { return nil }
    let ranges = rangeSets[set]
    var place = 0
    var address = first.addresses.first
    if let last = lastReserved[set],
      let found = ranges.firstIndex(where: { $0.addresses.contains(last) })
    {
      (place, address) = ranges.following(last, place: found)
    }
    for _ in 0...allocations.count + 2 * ranges.count {
      if isFree(address, in: ranges[place]) { return address }
      (place, address) = ranges.following(address, place: place)
    }
    return nil
  }

  private func isFree(_ address: IPAddress, in range: Range) -> Bool {
    guard address != range.gateway else { return false }
    let allocation = allocation(of: address)
    return allocation == nil || allocation?.lease == nil && allocation?.state != .gateway
  }
}

extension [Network.Range] {
  /// The address after this one, which may be the first of another range.
  fileprivate func following(_ address: IPAddress, place: Int) -> (Int, IPAddress) {
    let last = self[place].addresses.last
    if address < last { return (place, address.family.address(address.number + 1)) }
    let next = (place + 1) % count
    return (next, self[next].addresses.first)
  }
}
