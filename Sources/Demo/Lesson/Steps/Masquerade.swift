import CNI
import Engine

extension LessonStep {
  static func masquerade(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The masquerade",
      sentence: "Outside nobody knows a way back to 10.22.0.2, so the host lets the pod's packets "
        + "go out under its own address.",
      commands: [
        "nft add rule inet cni_plugins_masquerade masq_checks ip saddr 10.22.0.2 "
          + "ip daddr != 10.22.0.0/24 masquerade"
      ],
      notes: "The answer comes to the host, which remembers whose question it was and hands it "
        + "to the pod. "
        + "5 NAT had this rule in red as missing: the network's config asks for it. "
        + "Pods of one network do not masquerade to each other; that is what daddr != says.",
      probe: Probe(from: Classroom.pod, to: Uplink.outside),
      perform: {
        try room.perform { if case .masquerade = $0 { true } else { false } }
        return {
          var executor = try NodeExecutor()
          try executor.undo(.removeMasquerade(Classroom.mark, .nftables))
        }
      })
  }
}
