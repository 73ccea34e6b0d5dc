import Topology

extension Node: Coded {
  static var blank: Node { Node(name: "", kernel: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("name", &name)
    try coder.field("kernel", &kernel)
    try coder.field("bootedAt", &bootedAt)
    try coder.list("agents", &agents)
    try coder.field("forwardsIPv4", &forwardsIPv4)
  }
}

extension Gap: Coded {
  static var blank: Gap { Gap(subject: "", reason: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("subject", &subject)
    try coder.field("reason", &reason)
    try coder.field("advice", &advice)
  }
}
