import LabKit
import Testing

/// Links whose other ends and parents are in other namespaces than the host's: as in containerlab, kind
/// and Docker in Docker. The host has links of the same indices.
@Suite(.needs(.node), .needs(.programs(["ip", "unshare"]))) struct CrossedLinksTests {
  @Test func pairsBetweenContainersAreFoundFromBothEnds() throws {
    let said = try ends(
      """
      for pod in a b c; do ip netns add $pod; done
      ip link add decoy40 index 40 type veth peer name decoy41 index 41
      ip -n a link add ab index 40 type veth peer name ba index 40 netns b
      ip -n b link add bc index 41 type veth peer name cb index 40 netns c
      ip -n c link add ca index 41 type veth peer name ac index 41 netns a
      ip -n a link add near index 42 type veth peer name far index 43
      ip link add toc index 50 type veth peer name eth0 index 2 netns c
      """, of: ["ab", "ba", "bc", "cb", "ca", "ac", "near", "far", "toc", "decoy40"])
    #expect(
      said == [
        "ab: end b ba", "ba: end a ab", "bc: end c cb", "cb: end b bc", "ca: end a ac",
        "ac: end c ca", "near: end a far", "far: end a near", "toc: end c eth0",
        "decoy40: end host decoy41",
      ])
  }

  /// A pod of a container of a container; at each level a link has the index that the host's decoy has.
  @Test func whatAContainerStandsOnIsNotTheHostsLinkOfThatIndex() throws {
    let said = try ends(
      """
      ip link add decoy index 60 type veth peer name decoy2
      for level in 1 2 3; do
        ip netns add level$level
        if [ $level = 1 ]; then
          ip link add v1 type veth peer name p1 index 60 netns level1
        else
          ip -n level$((level - 1)) link add v$level type veth peer name p$level index 60 netns level$level
        fi
        ip netns add pod$level
        ip -n level$level link add link p$level name m$level netns pod$level type macvlan mode bridge
        ip -n level$level link add x$level type vxlan id $level dev p$level dstport 4789
        ip -n level$level link set x$level netns pod$level
      done
      ip link add alone type vxlan id 9 dstport 4790; ip link set alone netns pod1
      """,
      of: ["m1", "m2", "m3", "x1", "x2", "x3", "v1", "v2", "v3", "p2", "p3", "alone"])
    #expect(
      said == [
        "m1: parent level1 p1", "m2: parent level2 p2", "m3: parent level3 p3",
        "x1: parent level1 p1", "x2: parent level2 p2", "x3: parent level3 p3",
        "v1: end level1 p1", "v2: end level2 p2", "v3: end level3 p3", "p2: end level1 v2",
        "p3: end level2 v3", "alone: nothing",
      ])
  }

  /// Nothing but a descriptor leads to the namespace, and the host has no number for it.
  @Test func whatNothingLeadsToIsOutOfSight() throws {
    let said = try ends(
      """
      ip link add decoy index 60 type veth peer name decoy2 index 61
      ip netns add pod; ip netns add hidden
      ip -n hidden link add base index 60 type veth peer name base2
      ip -n hidden link add link base name mv netns pod type macvlan mode bridge
      ip -n hidden link add cable index 61 type veth peer name lan index 60 netns pod
      exec 9</run/netns/hidden; umount --lazy /run/netns/hidden; rm /run/netns/hidden
      """, of: ["mv", "lan"])
    #expect(said == ["mv: unresolved 60", "lan: unresolved 61"])
  }

  /// The host asks about it by its number, and is answered with its own numbers.
  @Test func whatOnlyANumberLeadsToHasItsEnds() throws {
    let said = try ends(
      """
      ip netns add pod; ip netns add other; ip netns add held
      ip link add toother type veth peer name o0 netns other
      ip link add cable type veth peer name lan netns held
      ip link add topod type veth peer name p0 netns pod
      ip -n held link add hp index 70 type veth peer name ph index 70 netns pod
      ip -n held link add hh index 71 type veth peer name hk index 72
      ip -n pod link add under index 73 type veth peer name under2
      ip -n pod link add link under name mv netns held type macvlan mode bridge
      exec 9</run/netns/held; umount --lazy /run/netns/held; rm /run/netns/held
      """, of: ["lan", "cable", "hp", "hh", "ph", "mv"])
    #expect(
      said.map { $0.replacing("nsid 2", with: "held").replacing("nsid 1", with: "held") } == [
        "lan: end host cable", "cable: end held lan", "hp: end pod ph", "hh: end held hk",
        "ph: end held hp", "mv: parent pod under",
      ])
  }

  /// What the links of these names are one end of or stand on, in the snapshot after a script.
  private func ends(_ script: String, of names: [String]) throws -> [String] {
    let snapshot = try OurSnapshot(
      pods: 0, script: "set -e; \(script)\n\"$CNITOP\" snapshot -o json")
    let labels = Dictionary(snapshot.namespaces.map { ($0.id, $0.name) }) { first, _ in first }
    return try names.map { name in
      let link = try #require(
        snapshot.namespaces.flatMap(\.interfaces).first { $0.name == name }, "\(name)")
      func words(_ place: OurSnapshot.Place) -> String {
        "\(labels[place.namespace] ?? "?") \(place.interface ?? "?")"
      }
      let end =
        link.peer.map { "end " + words($0) } ?? link.parent.map { "parent " + words($0) }
        ?? link.unresolved.map { "unresolved \($0.index)" }
      return "\(name): \(end ?? "nothing")"
    }
  }
}
