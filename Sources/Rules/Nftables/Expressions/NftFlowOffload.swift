import Netlink

extension Expression.FlowOffload {
  /// `flow add`, as nft writes it.
  var text: String { "flow add @\(flowtable)" }
}
