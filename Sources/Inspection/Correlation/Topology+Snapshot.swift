import Files
import Kernel
import Netlink
import NodeSetup
public import Topology

extension Topology {
  /// Puts together what each source said on its own.
  public init(_ snapshot: Snapshot) {
    self = Correlation(snapshot).topology
  }
}

extension Node {
  init(_ snapshot: Snapshot) {
    self.init(
      name: snapshot.host.name, kernel: snapshot.host.kernel,
      bootedAt: snapshot.host.bootedAt.map { Timestamp(seconds: $0) }, agents: snapshot.agents,
      forwardsIPv4: snapshot.forwardsIPv4)
  }
}

extension Snapshot {
  /// Trouble with many namespaces for one reason is one gap.
  var allGaps: [Gap] {
    let troubled = namespaces.facts.values.filter { $0.error != nil }
    var gaps = namespaces.gaps + unheard
    if let first = troubled.min(by: { $0.id < $1.id }) {
      let others = troubled.count > 1 ? " and \(troubled.count - 1) more" : ""
      gaps.append(
        Gap(
          subject: "namespace \(first.paths.first ?? "\(first.id)")\(others)",
          reason: first.error ?? "", advice: "run as root, or grant CAP_SYS_ADMIN"))
    }
    return gaps + namespaces.deadNames + rules.gaps
      + (files.gaps + names.gaps).map { Gap(subject: $0.path, reason: $0.reason) }
  }
}
