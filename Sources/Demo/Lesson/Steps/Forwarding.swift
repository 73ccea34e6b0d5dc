import Engine
import Kernel

extension LessonStep {
  static func forwarding(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "Forwarding",
      sentence: "The host passes on packets that are not its own only if it is told to be a "
        + "router.",
      commands: ["sysctl -w net.ipv4.ip_forward=1"],
      notes: "The packet leaves by eth0 now: the counters of eth0 show it. "
        + "There is still no answer, for whoever got the packet cannot send anything back to "
        + "10.22.0.2. "
        + "Something else on the node may switch this off again; then every pod is cut off at "
        + "once.",
      probe: Probe(from: Classroom.pod, to: Uplink.outside, isAnsweredAfter: false),
      perform: {
        try room.perform { if case .forward = $0 { true } else { false } }
        return { try Classroom.forwarding.set("0") }
      })
  }
}
