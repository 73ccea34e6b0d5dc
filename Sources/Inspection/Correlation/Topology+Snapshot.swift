import CNI
import Files
import Kernel
import Netlink
public import Topology

extension Topology {
  /// Puts together what each source said on its own.
  public init(_ snapshot: Snapshot) {
    let finder = ContainerFinder(files: snapshot.files, names: snapshot.names)
    let home = snapshot.namespaces.home
    let peers = PeerFinder(snapshot.namespaces)
    let namespaces = snapshot.namespaces.facts.values
      .map {
        Namespace($0, isHome: $0.id == home, containers: finder.containers(of: $0), peers: peers)
      }
      .sorted { $0.precedes($1) }
    let residence = Residence(namespaces)
    let ties = RuleTies(residence: residence, seesEverything: snapshot.seesEverything)
    self.init(
      node: Node(snapshot), takenAt: snapshot.takenAt, namespaces: namespaces,
      networks: Network.all(snapshot, residence),
      firewall: ties.tie(Firewall(snapshot.rules)), cni: CNISetup(snapshot.files),
      gaps: snapshot.allGaps)
  }
}

extension Namespace {
  /// The host first, then by name: `web-9` before `web-10`.
  fileprivate func precedes(_ other: Namespace) -> Bool {
    if isHost != other.isHost { return isHost }
    if label.text == other.label.text { return id < other.id }
    return label.text.precedesNaturally(other.label.text)
  }
}

extension Node {
  fileprivate init(_ snapshot: Snapshot) {
    self.init(
      name: snapshot.host.name, kernel: snapshot.host.kernel,
      bootedAt: snapshot.host.bootedAt.map { Timestamp(seconds: $0) }, agents: snapshot.agents)
  }
}

extension Snapshot {
  /// Trouble with many namespaces for one reason is one gap.
  fileprivate var allGaps: [Gap] {
    let troubled = namespaces.facts.values.filter { $0.trouble != nil }
    var gaps = self.gaps
    if let first = troubled.min(by: { $0.id < $1.id }) {
      let others = troubled.count > 1 ? " and \(troubled.count - 1) more" : ""
      gaps.append(
        Gap(
          subject: "namespace \(first.paths.first ?? "\(first.id)")\(others)",
          reason: first.trouble ?? "", advice: "run as root, or grant CAP_SYS_ADMIN"))
    }
    return gaps + rules.gaps
      + (files.gaps + names.gaps).map { Gap(subject: $0.path, reason: $0.reason) }
  }
}
