import Netlink

extension Expression.Quota {
  /// `quota`, as nft writes it.
  var text: String {
    plainText + (used > 0 ? " used \(bytesText(used))" : "")
  }

  /// Without what was used.
  var plainText: String { "quota \(isOver ? "over " : "")\(bytesText(bytes))" }
}
