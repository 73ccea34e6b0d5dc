import Addressing
import CNI
import Engine
import Files
import Kernel
import SystemPackage

extension Scenario {
  static let leakedLease = Scenario(
    name: "leaked-lease",
    symptom: "Addresses run out, and there are far fewer pods than leases.",
    view: "4 IPAM",
    cause: "Three leases belong to containers that are long gone: nobody called DEL for them.",
    cure: ["cnitop gc demo"],
    notes: "A node that loses power, or a runtime that is killed, leaves leases behind. "
      + "Garbage collection compares them with the attachments that are remembered. "
      + "Removing a lease file by hand does the same for one address.",
    damage: { node in
      let store = try LeaseStore(dataDir: "/var/lib/cni/networks", network: DemoNetwork.name)
      let directory = try Directory("/var/lib/cni/networks").directory(DemoNetwork.name)
      let anHourAgo = WallClock.now - 3_600_000_000_000
      for number in 1...3 {
        let lost = DemoPod(node.pods.count + number)
        let address = node.address(of: node.pods.count + number)
        _ = try store.reserve(address, for: lost.key)
        try directory.setModified(address.description, anHourAgo)
      }
    },
    repair: { node in try node.runtime.collect(DemoNetwork.name) })
}
