import Netlink

/// A set as a rule names it: by its own name, or by its elements.
struct SetText {
  let set: NftSet?
  private let name: String
  let names: NodeNames
  /// By how many bits keys are shifted against the field they are compared with.
  private var shift: Int

  init(_ set: NftSet?, _ name: String, names: NodeNames, shift: Int = 0) {
    self.set = set
    self.name = name
    self.names = names
    self.shift = shift
  }

  func shifted(_ count: Int) -> SetText {
    SetText(set, name, names: names, shift: shift + count)
  }

  /// `@name`, or the elements of a set that has no name of its own.
  var text: String {
    guard let set, set.flags.contains(.anonymous) else { return "@\(name)" }
    let items = keys(of: set).map { key, element in
      key + ElementText(element).tail + data(element, of: set)
    }
    return "{ \(items.joined(separator: ", ")) }"
  }

  /// The type of what a map has.
  var dataType: DataType {
    self.set.flatMap { PartType.data(of: $0).first?.type } ?? .integer
  }

  /// The lowest key, of a set of numbers of one byte.
  var firstKey: UInt8? {
    guard let set, set.flags.contains(.anonymous), !set.flags.contains(.interval) else {
      return nil
    }
    return set.elements.lazy.filter { !$0.isCatchAll }.first?.key.first
  }

  private func keys(of set: NftSet) -> [(String, NftSet.Element)] {
    let parts = PartType.key(of: set)
    if parts.count > 1 { return concatenated(set, parts) }
    let part = parts.first ?? PartType(.integer, .network, bits: Int(set.keyLength) * 8)
    return set.flags.contains(.interval) ? ranges(set, part) : points(set, part)
  }

  private func points(_ set: NftSet, _ part: PartType) -> [(String, NftSet.Element)] {
    let values = set.elements.compactMap { element -> (Value, NftSet.Element)? in
      element.isCatchAll ? nil : (value(element.key, part), element)
    }
    // Of those that stand at the same place, nft's sorting turns the order round.
    let sorted = values.reversed().sorted { order($0.0, part) < order($1.0, part) }
    return sorted.map { (text($0.0, part.type), $0.1) } + catchAll(set)
  }

  /// Whatever no other element covers stands last.
  func catchAll(_ set: NftSet) -> [(String, NftSet.Element)] {
    set.elements.filter(\.isCatchAll).map { ("*", $0) }
  }

  /// Several flags stand where the lowest of them would; names are compared from their end.
  private func order(_ value: Value, _ part: PartType) -> UInt128 {
    if part.type.isString { return value.read(.host).number }
    return part.type.isFlags ? value.number & (~value.number &+ 1) : value.number
  }

  private func value(_ bytes: [UInt8], _ part: PartType) -> Value {
    let value = Value(bytes).read(part.type.isString ? .network : part.order)
    return shift > 0 ? Value(value.number >> UInt128(shift), bits: part.bits) : value
  }

  func text(_ value: Value, _ type: DataType) -> String {
    let text = ValueText(type: type, names: names)
    guard type.isFlags, value.number.nonzeroBitCount > 1 else { return text.text(value) }
    return text.flags(value).joined(separator: " | ")
  }

  /// Ends of ranges are in network order whatever the type.
  private func ranges(_ set: NftSet, _ part: PartType) -> [(String, NftSet.Element)] {
    IntervalReader(set.elements).ranges.map { range in
      let low = Value(range.low.number >> UInt128(shift), bits: range.low.bits)
      let high = Value(range.high.number >> UInt128(shift), bits: range.high.bits)
      return (span(low, high, part.type), range.element)
    } + catchAll(set)
  }
}
