import Dice
public import Topology

extension Topology {
  /// A node of whatever its types allow, the same for the same seed. Two of them have things in common.
  public static func random(_ seed: UInt64) -> Topology {
    var dice = Dice(seed: seed)
    return Topology(
      node: Node(
        name: dice.text(), kernel: dice.text(), bootedAt: dice.maybe { $0.time() },
        agents: dice.some(upTo: 2) { $0.text() }, forwardsIPv4: dice.maybe { $0.flip() }),
      takenAt: dice.time(), namespaces: dice.namespaces(),
      networks: dice.some(of: ["/n/a", "/n/b", "/n/c"]).map { dice.network(directory: $0) },
      firewall: dice.firewall(), cni: dice.setup(), gaps: dice.some(upTo: 3) { $0.gap() })
  }
}

extension Dice {
  mutating func time() -> Timestamp { Timestamp(nanoseconds: number(Int64.self)) }

  mutating func gap() -> Gap {
    Gap(subject: text(), reason: text(), advice: maybe { $0.text() })
  }

  static let namespaceIDs: [NamespaceID] =
    [.host] + (1...4).map { .pod($0) }
    + [.nsid(3), .nsid(-1), .file(device: 9, inode: 4_026_531_840)]

  /// The id of a namespace that is there, or is not.
  mutating func namespaceID() -> NamespaceID {
    one(of: Self.namespaceIDs + [.file(device: 4, inode: .max), .nsid(.max)])
  }

  mutating func interfaceID() -> InterfaceID {
    InterfaceID(namespace: namespaceID(), index: UInt32.random(in: 1...6, using: &self))
  }

  mutating func namespaces() -> [Namespace] {
    var namespaces = some(of: Self.namespaceIDs).map { namespace($0) }
    if let first = namespaces.first, first.id == .host { namespaces[0].isHost = true }
    return namespaces
  }

  private mutating func namespace(_ id: NamespaceID) -> Namespace {
    Namespace(
      id: id, label: .init(text: text(), source: any(Namespace.Label.Source.self)),
      paths: some(upTo: 2) { $0.text() },
      processes: some(upTo: 2) { .init(id: $0.number(Int32.self), name: $0.text()) },
      nsid: maybe { $0.number(Int32.self) }, containers: some(upTo: 2) { $0.container() },
      interfaces: some(of: [1, 2, 3, 4, 5, 6]).map {
        interface(InterfaceID(namespace: id, index: $0))
      },
      routes: some(upTo: 5) { $0.route() }, neighbours: some(upTo: 2) { $0.neighbour() },
      since: maybe { $0.time() }, error: maybe { $0.text() })
  }

  private mutating func container() -> Container {
    Container(
      id: text(), source: any(Namespace.Label.Source.self), podNamespace: maybe { $0.text() },
      podName: maybe { $0.text() }, name: maybe { $0.text() },
      attachments: some(upTo: 2) { $0.attachment() })
  }

  mutating func attachment() -> Container.Attachment {
    Container.Attachment(network: text(), containerID: text(), interface: text())
  }
}
