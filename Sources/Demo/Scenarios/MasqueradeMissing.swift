import Addressing
import CNI
import Engine
import SystemPackage

extension Scenario {
  static let masqueradeMissing = Scenario(
    name: "masquerade-missing",
    symptom: "default/web-7d9 reaches other pods, but nothing outside.",
    view: "5 NAT",
    cause: "No rule masquerades web-7d9: its packets leave with an address that nobody outside "
      + "knows a way back to.",
    cure: [
      "nft add rule inet cni_plugins_masquerade masq_checks ip saddr 10.22.0.2 "
        + "ip daddr != 10.22.0.0/24 masquerade"
    ],
    notes: "A firewall that is reloaded with a flush takes the plugins' rules with it, and nobody "
      + "puts them back: pods that start later are fine, those that ran are not. "
      + "A new ADD, which is a restart of the pod, cures it too.",
    probe: Probe(from: "web-7d9", to: Uplink.outside),
    damage: { node in
      let pod = node.pods[0]
      var executor = try NodeExecutor()
      try executor.undo(
        .removeMasquerade(RuleTag(network: DemoNetwork.name, key: pod.key), .nftables))
    },
    repair: { node in try node.masquerade(node.pods[0]) })
}

extension DemoNode {
  /// Adds the rules of a pod that ADD would have made for it.
  fileprivate func masquerade(_ pod: DemoPod) throws {
    let leases: FilePath = "/var/lib/cni/networks"
    let held = LeaseDirectory(leases.appending(DemoNetwork.name)).addresses(of: pod.key)
    var executor = try NodeExecutor()
    for case .masquerade(var spec) in try runtime.plan(add: pod.order).bridge.steps {
      spec.addresses = spec.addresses.compactMap { prefix in
        var own = prefix
        guard let address = held.first(where: { $0.family == prefix.address.family }) else {
          return nil
        }
        own.address = address
        return own
      }
      try Plan([.masquerade(spec)]).perform(with: &executor)
    }
  }
}
