import Foundation
import LabKit
import Quoting
import Testing

/// What nft itself makes of names, in namespaces of its own.
@Suite(.needs(.programs(["nft"])), .needs(.root)) struct NftNameTests {
  private static let usual = [
    "nat", "filter", "POSTROUTING", "postrouting", "masq_checks", "cni_plugins_masquerade",
    "CNI-4f.a", "a/b", "_x",
    ".x", "DOCKER-USER", "KUBE-SVC-X",
  ]

  @Test func usualNamesCanBeWritten() {
    for name in Self.usual { #expect(name.nftName == name) }
  }

  @Test(arguments: [
    "drop", "ip", "chain", "1x", "-x", "x*", "a b", "x;y", "\"x\"", "é", "", "a\nb",
  ])
  func otherNamesCannot(_ name: String) {
    #expect(name.nftName == nil)
  }

  @Test func namesArriveAsTheyAre() throws {
    let names = (Self.usual + Hostile.all).compactMap(\.nftName)
    let lines = names.map { "add chain ip t \($0)" }
    let chains = try list("add table ip t\n" + lines.joined(separator: "\n")).compactMap {
      $0["chain"]
    }
    #expect(Set(chains.compactMap { $0["name"] as? String }) == Set(names))
  }

  @Test func commentsArriveButForQuotationMarks() throws {
    // Foundation leaves out byte order marks where it reads JSON.
    let comments = Hostile.all.filter { !$0.isEmpty && !$0.unicodeScalars.contains("\u{feff}") }
    let lines = comments.map { "add rule ip t c counter comment \($0.nftComment)" }
    let rules = try list("add table ip t\nadd chain ip t c\n" + lines.joined(separator: "\n"))
      .compactMap { $0["rule"]?["comment"] as? String }
    #expect(rules.map(\.scalars) == comments.map { $0.scalars.map { $0 == "\"" ? "'" : $0 } })
  }

  private func list(_ script: String) throws -> [[String: [String: Any]]] {
    let word = script.shellWord
    let command = try Command(
      "unshare", "--net", "bash", "-c", "printf %s \(word) | nft -f - && nft -j list ruleset",
      within: 60)
    #expect(command.exitCode == 0, "\(command.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any]
    return json?["nftables"] as? [[String: [String: Any]]] ?? []
  }
}
