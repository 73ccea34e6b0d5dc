import Addressing
import Engine
import Kernel

extension Scenario {
  static let rangeFull = Scenario(
    name: "range-full",
    symptom:
      "The new pod default/late-9f1 stays without network: ADD fails with no address available.",
    view: "4 IPAM",
    cause: "The range ends where the last pod has its address: rangeEnd in the network's "
      + "configuration leaves no more.",
    cure: [
      "sed -i 's/, \"rangeEnd\": \"[0-9.]*\"//' /etc/cni/net.d/10-demo.conflist",
      "cnitop add demo late-9f1",
    ],
    notes: "cnitop status demo says it without a pod having to fail. "
      + "If leases are leaked, gc makes room; here each one is in use.",
    probe: Probe(from: DemoPod.late.name, to: Uplink.outside),
    damage: { node in
      var network = node.network
      network.lastAddress = node.address(of: node.pods.count - 1).description
      try network.write()
      try? node.runtime.del(DemoPod.late.order)
      try? NetworkNamespace.delete(named: DemoPod.late.name)
      try node.makeNamespace(of: .late)
    },
    repair: { node in
      try node.network.write()
      _ = try node.runtime.add(DemoPod.late.order)
    })
}
