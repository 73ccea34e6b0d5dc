import Netlink

extension Expression.Quota {
  /// `quota`, as nft writes it.
  var text: String {
    "quota \(isOver ? "over " : "")\(bytes) bytes\(used > 0 ? " used \(used) bytes" : "")"
  }
}
