import Netlink

/// Keys and data that are made of several parts.
extension SetText {
  func concatenated(_ set: NftSet, _ parts: [PartType]) -> [(String, NftSet.Element)] {
    var found = set.elements.filter { !$0.isCatchAll }
    if !set.flags.contains(.interval) {
      found.sort { sortKey($0.key, parts).lexicographicallyPrecedes(sortKey($1.key, parts)) }
    }
    return found.map { (text($0, parts, isInterval: set.flags.contains(.interval)), $0) }
      + catchAll(set)
  }

  private func text(_ element: NftSet.Element, _ parts: [PartType], isInterval: Bool) -> String {
    let low = split(element.key, parts)
    let high = element.keyEnd.map { split($0, parts) } ?? low
    return parts.indices.map { index in
      let part = parts[index]
      let order = isInterval || part.type.isString ? ByteOrder.network : part.order
      return span(low[index].read(order), high[index].read(order), part.type)
    }.joined(separator: " . ")
  }

  /// Each part begins at a multiple of 4 bytes.
  private func split(_ bytes: [UInt8], _ parts: [PartType]) -> [Value] {
    var rest = bytes[...]
    return parts.map { part in
      let value = Value(rest.prefix(part.bytes))
      rest = rest.dropFirst((part.bytes + 3) / 4 * 4)
      return value
    }
  }

  /// nft sorts by the last byte first.
  private func sortKey(_ bytes: [UInt8], _ parts: [PartType]) -> [UInt8] {
    zip(split(bytes, parts), parts).flatMap { $0.0.bytes }.reversed()
  }

  /// All between two values, both included, as sets have it.
  func span(_ low: Value, _ high: Value, _ type: DataType) -> String {
    if low == high || high.number < low.number { return text(low, type) }
    let size = high.number - low.number
    let isAligned = size & (size &+ 1) == 0 && low.number & size == 0
    let length = low.bits - (~size).trailingZeroBitCount
    if isAligned, type.prefersPrefixes { return "\(text(low, type))/\(length)" }
    if isAligned, type.isString, length % 8 == 0 { return "\"\(low.letters)*\"" }
    return ValueText(type: type, names: names).text(low, high)
  }

  /// What a map has for a key, after a colon.
  func data(_ element: NftSet.Element, of set: NftSet) -> String {
    switch element.data {
    case .verdict(let verdict)?: return " : \(verdict.text)"
    case .value(let bytes)?: return " : \(data(bytes, of: set))"
    case nil: return element.objectName.map { " : \"\($0)\"" } ?? ""
    }
  }

  private func data(_ bytes: [UInt8], of set: NftSet) -> String {
    let parts = PartType.data(of: set)
    let isSpan = set.notes?.dataIsInterval == true
    if parts.count > 1 {
      let half = PartType.length(of: parts)
      let low = split(bytes, parts)
      let high = isSpan ? split(Array(bytes.dropFirst(half)), parts) : low
      return parts.indices.map { index in
        let order = parts[index].order
        return span(low[index].read(order), high[index].read(order), parts[index].type)
      }.joined(separator: " . ")
    }
    let part = parts.first ?? PartType(.integer, .network, bits: bytes.count * 8)
    let order = part.type.isString ? ByteOrder.network : part.order
    guard isSpan else { return text(Value(bytes).read(order), part.type) }
    let half = bytes.count / 2
    return span(
      Value(bytes.prefix(half)).read(order), Value(bytes.dropFirst(half)).read(order), part.type)
  }
}

extension Value {
  /// The text up to the first zero.
  fileprivate var letters: String { String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
}
