import Addressing
import Engine
import Kernel

extension LessonStep {
  static func gateway(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The gateway",
      sentence: "The bridge gets an address too, and the host takes part in the pods' network.",
      commands: ["ip address add 10.22.0.1/24 dev cni0"],
      notes: "No answer this time, not an error: the pod knows where 10.22.0.1 should be and asks "
        + "for its MAC address, but nobody has it. "
        + "The address is the bridge's own, one for all pods; it is called the gateway because "
        + "of the next step.",
      probe: Probe(from: Classroom.pod, to: Classroom.gateway.address),
      perform: {
        try room.perform { if case .addGateways = $0 { true } else { false } }
        return {
          try onNode { (socket) throws(KernelError) in
            try socket.delete(Classroom.gateway, from: DemoNetwork.bridge)
          }
        }
      })
  }
}
