import LabKit
import Testing

/// Nodes that somebody has made hard to read.
@Suite(.needs(.node)) struct OddNodesTests {
  @Test func aNamespaceThatOnlyADescriptorHoldsIsFoundByItsNumber() throws {
    let snapshot = try OurSnapshot(
      pods: 0,
      script: """
        ip netns add held
        ip link add cable type veth peer name eth0 netns held
        ip -n held address add 192.0.2.7/24 dev eth0
        exec 9</run/netns/held
        umount --lazy /run/netns/held
        "$CNITOP" snapshot -o json
        """)
    let cable = try #require(
      snapshot.namespaces.first { $0.isHost }?.interfaces.first { $0.name == "cable" })
    let held = try #require(snapshot.namespaces.first { $0.id == cable.peer?.namespace })
    #expect(held.nameSource == "none")
    #expect(held.id == held.nsid.map { "nsid \($0)" })
    let eth0 = try #require(held.interfaces.first { $0.name == "eth0" })
    #expect(eth0.addresses.map(\.prefix) == ["192.0.2.7/24"])
    #expect(cable.peer?.index == eth0.index)
  }

  @Test func theHostIsNoPodToItself() throws {
    let snapshot = try OurSnapshot(
      pods: 0,
      script: """
        ip netns add other
        ip netns attach here $$
        ip netns set here 7
        umount /run/netns/here
        "$CNITOP" snapshot -o json
        """)
    #expect(snapshot.namespaces.filter { $0.isHost }.map(\.nsid) == [7])
    #expect(!snapshot.namespaces.contains { $0.id == "nsid 7" })
  }

  @Test func aNameCannotReachTheTerminal() throws {
    let text = try Command(
      Project.node, "-n", "0", "--idle", "--", "bash", "-euc",
      hostileNames + Project.cnitop + " snapshot")
    #expect(text.exitCode == 0)
    let shown = text.output
    #expect(shown.contains("[2J"))
    #expect(
      shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test func aNameIsToldAsItIs() throws {
    let snapshot = try OurSnapshot(
      pods: 0, script: hostileNames + #""$CNITOP" snapshot -o json"#)
    let link = try #require(
      snapshot.namespaces.first { $0.isHost }?.interfaces.first { $0.name == "b\u{1b}[2J" })
    #expect(link.alias == "two\nlines\u{7}")
    #expect(snapshot.namespaces.map(\.name).contains("red \u{1b}[31m"))
  }

  /// A link, its alias and a file of a namespace with control characters in them.
  private let hostileNames = """
    ip link add $'b\\e[2J' type bridge
    ip link set $'b\\e[2J' alias $'two\\nlines\\a'
    touch $'/run/netns/red \\e[31m'
    unshare --net=$'/run/netns/red \\e[31m' true

    """
}
