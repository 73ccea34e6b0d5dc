import Addressing
import Kernel
import Netlink

extension Scenario {
  static let duplicateAddress = Scenario(
    name: "duplicate-address",
    symptom: "Requests to default/web-7d9 are answered by another pod now and then.",
    view: "4 IPAM",
    cause: "api-55c has the address 10.22.0.2 too: whoever answers the ARP request first gets the "
      + "packets.",
    cure: ["ip -n api-55c address del 10.22.0.2/24 dev eth0"],
    notes: "Two data directories for one range do this, or an address that somebody gave by hand. "
      + "The neighbours of other pods show whose MAC address they believe in.",
    damage: { node in
      try inside(node.pods[1].name) { (socket) throws(KernelError) in
        try socket.add(Classroom.address, to: "eth0")
      }
    },
    repair: { node in
      try inside(node.pods[1].name) { (socket) throws(KernelError) in
        try socket.delete(Classroom.address, from: "eth0")
      }
    })
}
