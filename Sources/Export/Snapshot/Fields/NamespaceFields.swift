import Topology

extension Namespace: Coded {
  static var blank: Namespace { Namespace(id: .nsid(0), label: Label(text: "", source: .none)) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("id", &id, context)
    if Coder.writes, case .file(let device, let inode) = id {
      try coder.derived("device", device)
      try coder.derived("inode", inode)
    }
    var inside = context
    inside.namespace = id
    try coder.field("isHost", &isHost)
    try coder.field("name", &label.text)
    try coder.field("nameSource", &label.source)
    try coder.field("nsid", &nsid)
    try coder.field("since", &since)
    try coder.field("error", &error)
    try coder.list("paths", &paths)
    try coder.list("processes", &processes, inside)
    try coder.list("containers", &containers, inside)
    try coder.list("interfaces", &interfaces, inside)
    let indices = Coder.writes ? [] : interfaces.map(\.id.index)
    try coder.check(
      "interfaces", zip(indices, indices.dropFirst()).allSatisfy(<), "in the order of index")
    try coder.list("routes", &routes, inside)
    try coder.list("neighbours", &neighbours, inside)
  }
}

extension Namespace.Process: Coded {
  static var blank: Namespace.Process { Namespace.Process(id: 0, name: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("pid", &id)
    try coder.field("name", &name)
  }
}

extension Container: Coded {
  static var blank: Container { Container(id: "", source: .none) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("id", &id)
    try coder.field("source", &source)
    try coder.field("podNamespace", &podNamespace)
    try coder.field("podName", &podName)
    try coder.field("name", &name)
    try coder.list("attachments", &attachments, context)
  }
}

extension Container.Attachment: Coded {
  static var blank: Container.Attachment {
    Container.Attachment(network: "", containerID: "", interface: "")
  }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("network", &network)
    try coder.field("containerID", &containerID)
    try coder.field("interface", &interface)
  }
}
