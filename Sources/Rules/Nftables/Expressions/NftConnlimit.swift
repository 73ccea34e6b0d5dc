import Netlink

extension Expression.Connlimit {
  /// `ct count`, as nft writes it.
  var text: String { "ct count \(isOver ? "over " : "")\(count)" }
}
