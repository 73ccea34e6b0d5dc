import Netlink

extension NftInterpreter {
  /// `dynset`: adds the packet's key to a set, or renews or removes it.
  func text(_ dynset: Expression.Dynset) -> String {
    let (set, operation) = (dynset.set, dynset.operation)
    let word = operation == 0 ? "add" : operation == 1 ? "update" : "delete"  // NFT_DYNSET_OP_*
    let length = Int(sets[NftSet.ID(table, set)]?.keyLength ?? 4)
    let words = operands(dynset.key, length: length).map(\.field.words).joined(separator: " . ")
    let tail =
      dynset.timeout.flatMap { $0 > 0 ? " timeout \(duration(milliseconds: $0))" : nil } ?? ""
    return "\(word) @\(set) { \(words)\(tail) }"
  }

  /// `1d2h3m4s`
  private func duration(milliseconds: UInt64) -> String {
    let seconds = milliseconds / 1000
    let parts = [
      (seconds / 86400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "m"),
      (seconds % 60, "s"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }
}
