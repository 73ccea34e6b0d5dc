import Engine
import Kernel
import Netlink

extension LessonStep {
  static func port(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "Plug it in",
      sentence: "The host's end of the cable becomes a port of the bridge, as if it were plugged "
        + "into a switch.",
      commands: ["ip link set dev \(Classroom.port) master cni0 up"],
      notes: "The port is down until the other end is switched on, as a port with nobody behind "
        + "it would be. "
        + "An interface that is a port of a bridge has no address of its own: the bridge has it.",
      perform: {
        try room.perform { if case .setMaster = $0 { true } else { false } }
        return {
          try onNode { (socket) throws(KernelError) in
            try socket.change(Classroom.port, LinkChange(isUp: false, master: 0))
          }
        }
      })
  }
}
