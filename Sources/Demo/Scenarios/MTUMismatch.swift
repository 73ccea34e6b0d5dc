import Addressing
import Kernel
import Netlink

extension Scenario {
  static let mtuMismatch = Scenario(
    name: "mtu-mismatch",
    symptom: "default/web-7d9 answers small requests, and large answers hang.",
    view: "3 Links",
    cause: "Its end of the cable sends 9000 bytes, the other end takes 1500: larger packets are "
      + "dropped, and no error tells the sender.",
    cure: ["ip -n web-7d9 link set dev eth0 mtu 1500"],
    notes: "A cable is no router: no ICMP says that a packet was too big, so the sender never "
      + "learns. The DROP/s column of the cable counts them.",
    probe: Probe(from: "web-7d9", to: Classroom.gateway.address, size: 4000),
    damage: { node in try setMTU(of: node.pods[0], to: 9000) },
    repair: { node in try setMTU(of: node.pods[0], to: 1500) })

  private static func setMTU(of pod: DemoPod, to size: UInt32) throws(KernelError) {
    try inside(pod.name) { (socket) throws(KernelError) in
      try socket.change("eth0", LinkChange(mtu: size))
    }
  }
}
