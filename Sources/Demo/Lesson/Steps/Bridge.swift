import Engine
import Kernel
import Netlink

extension LessonStep {
  static func bridge(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The bridge",
      sentence: "A bridge is a switch made of software: what is plugged into it can talk to "
        + "everything else that is.",
      commands: ["ip link add name cni0 type bridge", "ip link set dev cni0 up"],
      notes: "It learns MAC addresses as a switch in a rack does; 3 Links shows them in its "
        + "details. It is made once, by the first ADD, and shared by all pods of the network. "
        + "It has no address yet, so the host itself does not take part.",
      perform: {
        try room.perform { if case .createBridge = $0 { true } else { false } }
        return {
          try onNode { (socket) throws(KernelError) in
            try socket.perform(.deleteLink(DemoNetwork.bridge))
          }
        }
      })
  }
}
