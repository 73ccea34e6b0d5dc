import Addressing
import Kernel
import Netlink

extension LessonStep {
  static func loopback(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The loopback",
      sentence: "Even 127.0.0.1 belongs to an interface: every namespace has its own lo, and it "
        + "begins switched off.",
      commands: ["ip -n red link set lo up"],
      notes: "The error is worth a look: nothing timed out, the kernel has no route at all. "
        + "CNI leaves this to a plugin of its own, loopback, which most runtimes call first. "
        + "A pod in which localhost does not work is a pod where this was forgotten.",
      probe: Probe(from: Classroom.pod, to: .v4(0x7f00_0001)),
      perform: {
        try inside(Classroom.pod) { (socket) throws(KernelError) in
          try socket.change("lo", LinkChange(isUp: true))
        }
        return {
          try inside(Classroom.pod) { (socket) throws(KernelError) in
            try socket.change("lo", LinkChange(isUp: false))
          }
        }
      })
  }
}
