import Netlink
import Topology

extension RuleChain.Hook {
  /// Where nftables calls a chain; `nil` for one that others jump to.
  init?(_ chain: NftChain) {
    guard let hook = chain.hook else { return nil }
    let names = chain.id.table.family == .netdev ? ["ingress", "egress"] : Self.names
    self.init(
      type: hook.type, name: Self.name(Int(hook.number), names), priority: hook.priority,
      policy: hook.drops ? "drop" : "accept", devices: hook.devices)
  }

  /// A legacy table is called at one priority, whatever the hook.
  init(legacy hook: Int, table: String) {
    let priorities: [String: Int32] = [
      "raw": -300, "mangle": -150, "nat": -100, "filter": 0, "security": 50,
    ]
    self.init(
      type: table == "nat" ? "nat" : "filter", name: Self.name(hook, Self.names),
      priority: priorities[table] ?? 0)
  }

  private static func name(_ number: Int, _ names: [String]) -> String {
    names.indices.contains(number) ? names[number] : "hook \(number)"
  }

  /// `NF_INET_*` (include/uapi/linux/netfilter.h), by number.
  private static let names = [
    "prerouting", "input", "forward", "output", "postrouting", "ingress",
  ]
}
