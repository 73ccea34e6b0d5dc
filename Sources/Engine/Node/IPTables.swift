import Addressing
import CNI
import Files
import Kernel
import Netlink
import Quoting
import SystemPackage

/// The masquerade by iptables, for those who ask for it by name, laid out as the reference plugins do it.
struct IPTables {
  private let family: IPAddress.Family
  private let tag: RuleTag

  init(_ family: IPAddress.Family, _ tag: RuleTag) {
    self.family = family
    self.tag = tag
  }

  /// What `iptables-restore --noflush` is told, at once for all addresses of the family; a line each.
  func lines(_ addresses: [Prefix]) -> [String] {
    let comment = "-m comment --comment \(tag.chainComment.iptablesWord)"
    let many = family == .v4 ? "224.0.0.0/4" : "ff00::/8"
    var lines = ["*nat", ":\(tag.chain) - [0:0]"]
    for prefix in addresses {
      lines.append("-A \(tag.chain) -d \(prefix.network) \(comment) -j ACCEPT")
      lines.append("-A \(tag.chain) ! -d \(many) \(comment) -j MASQUERADE")
      lines.append("-A POSTROUTING -s \(Prefix(host: prefix.address)) \(comment) -j \(tag.chain)")
    }
    return lines + ["COMMIT"]
  }

  func add(_ addresses: [Prefix]) throws {
    try restore(family == .v4 ? "iptables-restore" : "ip6tables-restore", lines(addresses))
  }

  /// Removes what iptables-legacy holds, and says whether it held anything. What iptables-nft holds
  /// is removed without a program.
  ///
  /// - Throws: also where it holds something and the programs to remove it are not there.
  func removeLegacy() throws -> Bool {
    let isThere = try LegacyReader.table("nat", isIPv6: family == .v6, { _ in false }) {
      if case .chain(tag.chain, _, _) = $1 { $0 = true }
    }
    guard isThere == true else { return false }
    let prefix = family == .v4 ? "iptables" : "ip6tables"
    let saved = try run("\(prefix)-legacy-save", ["-t", "nat"])
    let lines = String(decoding: saved.output, as: UTF8.self).split(separator: "\n")
    let jumps = lines.filter { $0.hasPrefix("-A ") && $0.hasSuffix(" -j \(tag.chain)") }
    let script =
      ["*nat"] + jumps.map { "-D \($0.dropFirst(3))" }
      + ["-F \(tag.chain)", "-X \(tag.chain)", "COMMIT"]
    try restore("\(prefix)-legacy-restore", script)
    return true
  }

  private func restore(_ name: String, _ lines: [String]) throws {
    _ = try run(name, ["--noflush", "--wait"], lines.map { $0 + "\n" }.joined())
  }

  private func run(_ name: String, _ words: [String], _ input: String = "") throws -> ChildProcess {
    guard let path = Self.path(of: name) else {
      throw StepFailure.unsupported("there is no \(name), which this masquerade takes")
    }
    let child = try ChildProcess(
      running: path, words, input: Array(input.utf8), limit: 16 << 20, within: .seconds(30))
    guard child.exitCode == 0 else {
      let said = String(decoding: child.errors.prefix(400), as: UTF8.self)
      throw StepFailure.kernel(
        "\(name) failed: \(said.split(separator: "\n").joined(separator: " "))")
    }
    return child
  }

  static func path(of name: String) -> String? {
    ["/usr/sbin", "/sbin", "/usr/bin", "/bin", "/usr/local/sbin"].map { "\($0)/\(name)" }
      .first { FileFacts.areThere(at: FilePath($0)) }
  }
}
