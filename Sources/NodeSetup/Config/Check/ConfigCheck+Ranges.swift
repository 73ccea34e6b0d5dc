import Addressing
import CNI
import Formats

extension ConfigCheck {
  /// The ranges of host-local, each on its own: it refuses what is not inside its subnet.
  mutating func checkRanges(_ json: JSON, in place: String) {
    let short = json[RangeKey.subnet] == nil ? [] : [(place, json)]
    let sets = (json[HostLocalKey.ranges]?.elements ?? []).enumerated().flatMap { index, set in
      set.elements.enumerated().map { ("\(place)ranges[\(index)][\($0)].", $1) }
    }
    if short.isEmpty, sets.isEmpty {
      add(.broken, "\"\(place)ranges\" is missing: host-local has no address to give")
    }
    if let ranges = json[HostLocalKey.ranges]?.elements,
      ranges.contains(where: { $0.elements.isEmpty })
    {
      add(.broken, "\"\(place)ranges\" must hold lists of ranges: [[{\"subnet\": …}]]")
    }
    let ranges = (short + sets).filter { $1.isObject }
    for (place, range) in ranges { checkRange(range, in: place) }
    checkOverlaps(ranges)
    for (index, set) in (json[HostLocalKey.ranges]?.elements ?? []).enumerated() {
      checkFamilies(set, in: "\(place)ranges[\(index)]")
    }
  }

  /// host-local takes no address from ranges of which two overlap, in one set or in two.
  private mutating func checkOverlaps(_ ranges: [(place: String, json: JSON)]) {
    let pools = ranges.compactMap { place, json in
      (try? AddressPool(RangeConfig(json))).map { (place: place, range: $0.range) }
    }
    guard let (one, other) = RangeIndex(pools.map(\.range)).overlap else { return }
    add(
      .broken,
      "\"\(pools[other].place)subnet\" \(pools[other].range) overlaps "
        + "\(pools[one].range) of \"\(pools[one].place)subnet\"")
  }

  private mutating func checkRange(_ json: JSON, in place: String) {
    let known = findings.count
    defer { checkWhole(json, in: place, known: known) }
    if !place.hasSuffix("ipam.") { checkCase(of: json, ConfigSchema.range, in: place) }
    guard let text = json[RangeKey.subnet]?.text else {
      add(.broken, "\"\(place)subnet\" is missing")
      return
    }
    guard let subnet = Prefix(text) else {
      add(.broken, "\"\(place)subnet\" cannot be \"\(text.prefix(64))\": 10.22.0.0/16 would be one")
      return
    }
    if subnet != subnet.network {
      add(
        .broken, "\"\(place)subnet\" \(text) has bits beyond its length: \(subnet.network) is meant"
      )
    }
    if subnet.length > subnet.address.family.bitWidth - 2 {
      add(.broken, "\"\(place)subnet\" \(text) is too small for a container")
    }
    for key in [RangeKey.rangeStart, .rangeEnd] {
      checkAddress(json, key, of: subnet, in: place, outside: .broken)
    }
    checkAddress(json, .gateway, of: subnet, in: place, outside: .suspect)
    if let start = json[RangeKey.rangeStart]?.text.flatMap({ IPAddress($0) }),
      let end = json[RangeKey.rangeEnd]?.text.flatMap({ IPAddress($0) }), end < start
    {
      add(.broken, "\"\(place)rangeEnd\" \(end) is before rangeStart \(start)")
    }
  }

  /// What the plugin refuses of a range and nothing above has said.
  private mutating func checkWhole(_ json: JSON, in place: String, known: Int) {
    guard !findings.dropFirst(known).contains(where: { $0.severity == .broken }) else { return }
    do throws(FormatFailure) {
      _ = try AddressPool(RangeConfig(json))
    } catch .invalid(let key, let value) {
      add(.broken, "\"\(place)\(key)\" \(value) leaves no address to give")
    } catch {
      add(.broken, "\"\(place.dropLast())\": \(error)")
    }
  }

  /// From one set a container gets one address, so all of it has to be of one family.
  private mutating func checkFamilies(_ set: JSON, in place: String) {
    let families = set.elements.compactMap { $0[RangeKey.subnet]?.text.flatMap { Prefix($0) } }
      .map(\.address.family)
    if Set(families).count > 1 {
      add(.broken, "\"\(place)\" has ranges of both families: each wants a list of its own")
    }
  }

  private mutating func checkAddress(
    _ json: JSON, _ key: RangeKey, of subnet: Prefix, in place: String,
    outside severity: ConfigFinding.Severity
  ) {
    guard let text = json[key]?.text else { return }
    guard let address = IPAddress(text) else {
      add(
        .broken,
        "\"\(place)\(key.rawValue)\" cannot be \"\(text.prefix(64))\": an address is wanted")
      return
    }
    if !subnet.contains(address) {
      add(severity, "\"\(place)\(key.rawValue)\" \(address) is outside of the subnet \(subnet)")
    }
  }
}
