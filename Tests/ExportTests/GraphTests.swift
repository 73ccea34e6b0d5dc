import Export
import Testing
import Topology
import TopologyKit

@Suite struct GraphTests {
  private let graph = Graph(.small)

  @Test func tiesEveryPodToItsBridge() throws {
    let points = graph.groups.flatMap(\.points)
    let bridge = try #require(points.first { $0.shape == .bridge })
    let veths = graph.lines.filter { $0.from == bridge.id }.map(\.to)
    let pods = graph.lines.filter { veths.contains($0.from) }.map(\.to)
    #expect(pods.count == 3)
    #expect(pods.allSatisfy { id in points.contains { $0.id == id && $0.lines.first == "eth0" } })
  }

  @Test func drawsEachCableOnce() {
    let pairs = graph.lines.map { Set([$0.from, $0.to]) }
    #expect(Set(pairs).count == pairs.count)
  }

  @Test func isWrittenForGraphviz() {
    let text = graph.dot.joined(separator: "\n")
    #expect(text.contains(#"subgraph cluster_1 {"#))
    #expect(text.contains(#"label="default/web-7d9";"#))
    #expect(text.contains(#"[label="cni0\n10.22.0.1/16\nfd00:22::1/64", style=bold];"#))
    #expect(text.contains(#"[label="port 1"];"#))
    #expect(text.contains(#"[label="macvlan"];"#))
  }

  @Test func isWrittenForMermaid() {
    let text = graph.mermaid.joined(separator: "\n")
    #expect(text.hasPrefix("flowchart TB\n  subgraph n0[\"host\"]"))
    #expect(text.contains(#"["cni0<br/>10.22.0.1/16<br/>fd00:22::1/64"]"#))
    #expect(text.contains(#"---|"port 1"| i"#))
  }

  @Test func namesCannotEndTheirQuotes() throws {
    var host = try #require(Topology.empty.host)
    host.label.text = "a\"]; \\ b\nc\"\u{301}];evil[label=\"\u{301}"
    let hostile = Graph(Topology.empty.replacing(namespaces: [host]))
    #expect(hostile.dot.contains { $0.hasPrefix(#"    label="a\"]; \\ b"#) })
    #expect(hostile.mermaid[1].hasPrefix("  subgraph n0[\"a#34;#93;#59; #92; b"))
    #expect(
      hostile.dot.contains {
        $0.unicodeScalars.elementsEqual(
          #"    label="a\"]; \\ b c\"\u{301}];evil[label=\"\u{301}";"#
            .replacing(#"\u{301}"#, with: "\u{301}").unicodeScalars)
      })
    #expect((hostile.dot + hostile.mermaid).allSatisfy { !$0.contains("\n") })
  }
}
