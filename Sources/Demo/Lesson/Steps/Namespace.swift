import Kernel

extension LessonStep {
  static func namespace(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The namespace",
      sentence: "A network namespace is a network of its own inside the machine: interfaces, "
        + "addresses and routes that nobody else has, and none yet.",
      commands: ["ip netns add red"],
      notes: "A pod is a few processes in such a namespace; the network needs none of them. "
        + "The file /run/netns/red does nothing but keep it alive and give it a name. "
        + "Have the class guess what is in it: one interface, lo, and it is off.",
      perform: {
        try NetworkNamespace.make(named: Classroom.pod)
        return { try NetworkNamespace.delete(named: Classroom.pod) }
      })
  }
}
