import Addressing
import Engine
import Kernel
import Netlink

extension LessonStep {
  static func address(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The address",
      sentence: "The pod's end of the cable gets the address of the lease, and is switched on.",
      commands: [
        "ip -n red address add 10.22.0.2/24 dev eth0", "ip -n red link set dev eth0 up",
      ],
      notes: "With the address comes a route to 10.22.0.0/24 for free: look at the details of "
        + "eth0. "
        + "A packet to oneself never reaches the cable; it goes by lo, which is why lo had to "
        + "be up.",
      probe: Probe(from: Classroom.pod, to: Classroom.address.address),
      perform: {
        try room.perform { if case .configure = $0 { true } else { false } }
        try room.perform { if case .waitForCarrier = $0 { true } else { false } }
        return {
          try inside(Classroom.pod) { (socket) throws(KernelError) in
            try socket.delete(Classroom.address, from: "eth0")
            try socket.change("eth0", LinkChange(isUp: false))
          }
        }
      })
  }
}
