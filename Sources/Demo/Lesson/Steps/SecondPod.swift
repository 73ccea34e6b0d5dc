import Addressing
import Engine
import Kernel
import Netlink

extension LessonStep {
  static func secondPod(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "A second pod",
      sentence: "For the next pod a runtime asks the plugin to do all of that at once; that is "
        + "the whole of CNI's ADD.",
      commands: [
        "ip netns add blue", "ip -n blue link set lo up", "cnitop add demo blue",
      ],
      notes: "6 Events tells it in one line. "
        + "The two pods talk over the bridge alone: no route, no forwarding, no masquerade is "
        + "needed for that. "
        + "Bridge and gateway were there; ADD left them as they are.",
      probe: Probe(from: Classroom.pod, to: .v4(0x0a16_0003)),
      perform: {
        try NetworkNamespace.make(named: Classroom.secondPod)
        try inside(Classroom.secondPod) { (socket) throws(KernelError) in
          try socket.change("lo", LinkChange(isUp: true))
        }
        _ = try room.runtime.add(Classroom.order(Classroom.secondPod))
        return {
          try room.runtime.del(Classroom.order(Classroom.secondPod))
          try NetworkNamespace.delete(named: Classroom.secondPod)
        }
      })
  }
}
