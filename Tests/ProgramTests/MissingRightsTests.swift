import LabKit
import Testing

/// What cannot be read is said, with what would help; all else is there, and the exit status is 0.
@Suite(.needs(.node), .needs(.programs(["setpriv"]))) struct MissingRightsTests {
  @Test func withoutRootOneLinePerRightSaysWhatIsMissing() throws {
    let snapshot = try OurSnapshot(pods: 3, script: asNobody)
    let namespaces = snapshot.gaps.filter { $0.subject.hasPrefix("namespace ") }
    #expect(namespaces.count == 1)
    #expect(namespaces.first?.subject.hasSuffix(" and 4 more") == true)
    #expect(namespaces.first?.advice == "run as root, or grant CAP_SYS_ADMIN")
    let processes = snapshot.gaps.filter { $0.subject == "processes" }
    #expect(processes.map(\.advice) == ["run as root, or grant CAP_SYS_PTRACE"])
  }

  @Test func withoutRootTheHostAndThePodsNamesAreThere() throws {
    let snapshot = try OurSnapshot(pods: 3, script: asNobody)
    let host = try #require(snapshot.namespaces.first { $0.isHost })
    #expect(host.interfaces.map(\.name).contains("cni0"))
    #expect(host.routes.contains { $0.destination == "10.22.0.0/16" })
    #expect(snapshot.namespaces.map(\.name).contains("shop/web-7d9f6c5b8-x2k4q"))
  }

  @Test func withoutRootNoLeaseIsCalledLeakedForWantOfSight() throws {
    let snapshot = try OurSnapshot(pods: 3, script: asNobody)
    let leases = snapshot.networks.flatMap(\.allocations).filter { $0.lease != nil }
    #expect(leases.count >= 4)
    #expect(leases.allSatisfy { $0.state != "leaked" })
  }

  @Test func withoutNamedNamespacesThereIsNothingToComplainOf() throws {
    let snapshot = try OurSnapshot(
      pods: 0, script: #"umount -l /run/netns; "$CNITOP" snapshot -o json"#)
    #expect(snapshot.gaps.isEmpty)
    #expect(snapshot.namespaces.map(\.isHost) == [true])
  }

  @Test func anUnreadableFirstProcessHidesNothingElse() throws {
    let snapshot = try OurSnapshot(
      pods: 2,
      script: #"mount -t tmpfs -o mode=000 none /proc/1; "$CNITOP" snapshot -o json"#)
    #expect(snapshot.gaps.isEmpty)
    #expect(snapshot.namespaces.first?.isHost == true)
    #expect(snapshot.namespaces.count == 5, "the host, its world, two pods and the macvlan pod")
  }

  /// Nobody may hear of nftables, nor of other namespaces: that is said, and the rest goes on.
  @Test(.needs(.otherUsers), arguments: ["", "unshare --user --map-root-user"])
  func watchStartsWithWhatThereIs(inside: String) throws {
    let watched = try Command(
      Project.node, "-n", "2", "--idle", "--", "bash", "-c",
      """
      out=$(mktemp)
      \(nobody) \(inside) \(Project.cnitop) watch -o json >$out & watch=$!
      until grep -q '"type":"snapshot"' $out || ! kill -0 $watch; do :; done
      ip link set cni0 mtu 1400
      until grep -q 'mtu 1500 → 1400' $out || ! kill -0 $watch; do :; done
      kill $watch; cat $out; rm $out
      """)
    #expect(watched.output.contains("mtu 1500 → 1400"))
    for subject in ["changes of nftables", "changes inside pods", "nftables", "processes"] {
      #expect(watched.output.contains(#"{"subject":"\#(subject)""#), "\(subject)")
    }
  }

  @Test(.needs(.otherUsers), .needs(.programs(["tmux"]))) func theScreenStartsWithWhatThereIs()
    throws
  {
    let screen = try Screen(columns: 120, rows: 36)
    try screen.run("\(Project.node) -n 2 --idle -- \(nobody) \(Project.cnitop)")
    try screen.await("partial(?s).*web-7d9f6c5b8")
    try screen.press("3")
    try screen.await("─ Links ─(?s).*cni0")
    try screen.press("q")
    try screen.run("clear; echo ended")
    try screen.await("(?m)^ended$")
  }

  private let nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups"

  private let asNobody =
    #"setpriv --reuid 65534 --regid 65534 --clear-groups "$CNITOP" snapshot -o json"#
}
