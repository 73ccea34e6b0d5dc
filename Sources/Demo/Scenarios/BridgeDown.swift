import Kernel
import Netlink

extension Scenario {
  static let bridgeDown = Scenario(
    name: "bridge-down",
    symptom: "All pods of the node are cut off, from each other too.",
    view: "3 Links",
    cause: "The bridge cni0 is switched off, and with it every port.",
    cure: ["ip link set dev cni0 up"],
    notes: "Network managers do this to interfaces they think are theirs: "
      + "NetworkManager and systemd-networkd have to be told to leave cni* and veth* alone.",
    probe: Probe(from: "web-7d9", to: Uplink.outside),
    damage: { _ in try setBridge(isUp: false) },
    repair: { _ in try setBridge(isUp: true) })

  private static func setBridge(isUp: Bool) throws(KernelError) {
    try onNode { (socket) throws(KernelError) in
      try socket.change(DemoNetwork.bridge, LinkChange(isUp: isUp))
    }
  }
}
