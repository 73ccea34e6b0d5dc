import Netlink

/// A set as a rule names it: by its own name, or by its elements.
struct SetText {
  private let set: NftSet?
  private let name: String
  /// What a key is made of, at least one field.
  private let fields: [Field]

  init(_ set: NftSet?, _ name: String, _ fields: [Field]) {
    self.set = set
    self.name = name
    self.fields = fields
  }

  /// `@name`, or the elements of a set that has no name of its own.
  var text: String {
    guard let set, set.flags.contains(.anonymous) else { return "@\(name)" }
    let data = DataKind(type: set.dataType)
    let keys = set.flags.contains(.interval) ? ranges(set) : points(set)
    let items = keys.map { key, element in
      switch element.data {
      case .verdict(let verdict)?: "\(key) : \(verdict.text)"
      case .value(let bytes)?: "\(key) : \(data.text(bytes))"
      case nil: element.objectName.map { "\(key) : \"\($0)\"" } ?? key
      }
    }
    return "{ " + items.joined(separator: ", ") + " }"
  }

  private func points(_ set: NftSet) -> [(String, NftSet.Element)] {
    let sorted = set.elements.sorted {
      fields.first.map { [.host, .mark, .index].contains($0.kind) } == true
        ? little($0.key) < little($1.key) : $0.key.lexicographicallyPrecedes($1.key)
    }
    return sorted.filter { !$0.isIntervalEnd }.map { ($0.isCatchAll ? "*" : text($0), $0) }
  }

  /// A key, its parts each in the words of its field.
  private func text(_ element: NftSet.Element) -> String {
    guard fields.count > 1 else { return fields[0].kind.text(element.key) }
    var offset = 0
    return fields.map { field in
      let end = min(element.key.count, offset + field.size * 4)
      let low = Array(element.key[min(offset, end)..<end])
      let high = element.keyEnd.map { Array($0[min(offset, $0.count)..<min(end, $0.count)]) }
      offset = end
      return range(field, trimmed(low, field), trimmed(high ?? low, field))
    }.joined(separator: " . ")
  }

  /// Parts of a key are padded to 4 bytes; ports and protocols are shorter.
  private func trimmed(_ bytes: [UInt8], _ field: Field) -> [UInt8] {
    switch field.kind {
    case .port, .etherType: Array(bytes.prefix(2))
    case .icmpType, .icmp6Type, .network: Array(bytes.prefix(1))
    case .mac: Array(bytes.prefix(6))
    default: bytes
    }
  }

  /// An interval set lists the first key of each range, and the first one after it.
  private func ranges(_ set: NftSet) -> [(String, NftSet.Element)] {
    guard fields.count == 1, let field = fields.first else { return points(set) }
    let sorted = set.elements
    return sorted.enumerated().compactMap { index, element in
      if element.isCatchAll { return ("*", element) }
      guard !element.isIntervalEnd else { return nil }
      let next = index + 1 < sorted.count ? sorted[index + 1].key : []
      let last = next.isEmpty ? element.key.map { _ in 0xff } : before(next)
      return (range(field, element.key, last), element)
    }
  }

  /// The number one below, as bytes of the same length.
  private func before(_ bytes: [UInt8]) -> [UInt8] {
    var copy = bytes
    for index in copy.indices.reversed() {
      copy[index] &-= 1
      if copy[index] != 0xff { break }
    }
    return copy
  }

  private func range(_ field: Field, _ low: [UInt8], _ high: [UInt8]) -> String {
    field.kind.text(low, high)
  }
}

extension DataKind {
  /// All from one value to another, both included: a prefix where it is one.
  func text(_ low: [UInt8], _ high: [UInt8]) -> String {
    if low == high { return text(low) }
    let isAddress = self == .address || self == .address6
    let mask = zip(low, high).map { ~($0 ^ $1) }
    if isAddress, let length = maskLength(mask), zip(low, mask).allSatisfy({ $0 & ~$1 == 0 }),
      zip(high, mask).allSatisfy({ ~$0 & ~$1 == 0 })
    {
      return "\(text(low))/\(length)"
    }
    return "\(text(low))-\(text(high))"
  }
}
