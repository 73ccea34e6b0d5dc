import Addressing
import Engine
import Kernel
import Netlink

extension LessonStep {
  static func route(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The route",
      sentence: "What is not for its own network the pod hands to the gateway, once a route says "
        + "so.",
      commands: ["ip -n red route add default via 10.22.0.1 dev eth0"],
      notes: "Compare the two failures: unreachable means the pod knows no way, no answer means "
        + "the packet left and was lost. "
        + "It is lost on the host now, two more steps from here.",
      probe: Probe(from: Classroom.pod, to: Uplink.outside, isAnsweredAfter: false),
      perform: {
        try room.perform { if case .addRoutes = $0 { true } else { false } }
        return {
          // Routes by an interface end when it is switched off.
          try inside(Classroom.pod) { (socket) throws(KernelError) in
            try socket.change("eth0", LinkChange(isUp: false))
            try socket.change("eth0", LinkChange(isUp: true))
          }
        }
      })
  }
}
