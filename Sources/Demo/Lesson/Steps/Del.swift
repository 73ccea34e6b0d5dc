import Addressing
import Engine
import Kernel
import Netlink
import SystemPackage

extension LessonStep {
  static func del(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "DEL",
      sentence: "When a pod ends, DEL takes back everything that was its own: cable, address, "
        + "lease and rule.",
      commands: ["cnitop del demo red", "ip netns del red"],
      notes: "The bridge, its address and forwarding stay, for they are everybody's. "
        + "If the runtime never calls DEL, the namespace takes the cable with it, but the lease "
        + "and the rule stay behind: that is what cnitop gc is for.",
      probe: Probe(
        from: Classroom.secondPod, to: Classroom.address.address, isAnsweredBefore: true,
        isAnsweredAfter: false),
      perform: {
        let before = try mac()
        try room.runtime.del(Classroom.order(Classroom.pod))
        try NetworkNamespace.delete(named: Classroom.pod)
        return {
          try NetworkNamespace.make(named: Classroom.pod)
          try inside(Classroom.pod) { (socket) throws(KernelError) in
            try socket.change("lo", LinkChange(isUp: true))
          }
          // The same again, so that whoever has talked to it still can.
          let same = "IgnoreUnknown=1;IP=\(Classroom.address.address);MAC=\(before)"
          _ = try room.runtime.add(Classroom.order(Classroom.pod, arguments: same))
        }
      })
  }

  private static func mac() throws(KernelError) -> MACAddress {
    try NetworkNamespace(named: Classroom.pod).visit { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      guard let mac = try socket.list(.link(named: "eth0")).first?.mac else {
        throw KernelError("look at eth0", .refused(.noSuchFileOrDirectory))
      }
      return mac
    }
  }
}
