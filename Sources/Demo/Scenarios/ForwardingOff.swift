import Kernel

extension Scenario {
  static let forwardingOff = Scenario(
    name: "forwarding-off",
    symptom: "No pod reaches anything outside; among each other they are fine.",
    view: "5 NAT",
    cause: "The node does not forward: net.ipv4.ip_forward is 0, and packets that are not its own "
      + "are dropped without a word.",
    cure: ["sysctl -w net.ipv4.ip_forward=1"],
    notes: "ADD switches it on and nothing watches over it. A line in /etc/sysctl.d that is "
      + "applied later, or a hardening script, switches it off for all pods at once.",
    probe: Probe(from: "web-7d9", to: Uplink.outside),
    damage: { _ in try Classroom.forwarding.set("0") },
    repair: { _ in try Classroom.forwarding.set("1") })
}
