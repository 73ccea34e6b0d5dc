import Engine
import Kernel
import Netlink

extension LessonStep {
  static func pair(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The cable",
      sentence: "A veth pair is a cable: what goes in at one end comes out at the other, and the "
        + "other end may be in another namespace.",
      commands: [
        "ip link add name \(Classroom.port) type veth peer name eth0 netns red"
      ],
      notes: "One end keeps an odd name on the host, the other is called eth0 in the pod. "
        + "Delete either end and both are gone. "
        + "In Links, o goes from one end to the other: that is the question of every outage.",
      perform: {
        try room.perform { if case .createVeth = $0 { true } else { false } }
        return {
          try onNode { (socket) throws(KernelError) in
            try socket.perform(.deleteLink(Classroom.port))
          }
        }
      })
  }
}
