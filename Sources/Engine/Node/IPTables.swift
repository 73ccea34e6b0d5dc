import Addressing
import CNI
import Files
import Kernel
import Quoting
import SystemPackage

/// The masquerade by iptables, for those who ask for it by name, laid out as the reference plugins do it.
struct IPTables {
  private let family: IPAddress.Family
  private let mark: AttachmentMark

  init(_ family: IPAddress.Family, _ mark: AttachmentMark) {
    self.family = family
    self.mark = mark
  }

  /// What `iptables-restore --noflush` is told, at once for all addresses of the family; a line each.
  func lines(_ addresses: [Prefix]) -> [String] {
    let comment = "-m comment --comment \(mark.chainComment.iptablesWord)"
    let many = family == .v4 ? "224.0.0.0/4" : "ff00::/8"
    var lines = ["*nat", ":\(mark.chain) - [0:0]"]
    for prefix in addresses {
      lines.append("-A \(mark.chain) -d \(prefix.network) \(comment) -j ACCEPT")
      lines.append("-A \(mark.chain) ! -d \(many) \(comment) -j MASQUERADE")
      lines.append("-A POSTROUTING -s \(Prefix(host: prefix.address)) \(comment) -j \(mark.chain)")
    }
    return lines + ["COMMIT"]
  }

  func add(_ addresses: [Prefix]) throws {
    try restore(family == .v4 ? "iptables-restore" : "ip6tables-restore", lines(addresses))
  }

  /// Removes what iptables-legacy holds, and says whether it held anything. What iptables-nft holds
  /// is removed without a program.
  ///
  /// The kernel is only asked where somebody has used the table already: asking would load it.
  func removeLegacy() throws -> Bool {
    let (names, prefix) =
      family == .v4 ? ("ip_tables_names", "iptables") : ("ip6_tables_names", "ip6tables")
    guard let file = try? File(FilePath("/proc/thread-self/net/\(names)"), limit: 65_536),
      String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").contains("nat"),
      let path = Self.path(of: "\(prefix)-legacy-save")
    else { return false }
    let saved = try ChildProcess(running: path, ["-t", "nat"], limit: 16 << 20)
    let lines = String(decoding: saved.output, as: UTF8.self).split(separator: "\n")
    guard lines.contains(where: { $0.hasPrefix(":\(mark.chain) ") }) else { return false }
    let jumps = lines.filter { $0.hasPrefix("-A ") && $0.hasSuffix(" -j \(mark.chain)") }
    let script =
      ["*nat"] + jumps.map { "-D \($0.dropFirst(3))" }
      + ["-F \(mark.chain)", "-X \(mark.chain)", "COMMIT"]
    try restore("\(prefix)-legacy-restore", script)
    return true
  }

  private func restore(_ name: String, _ lines: [String]) throws {
    guard let path = Self.path(of: name) else {
      throw StepFailure.unsupported("there is no \(name), which the configuration asks for")
    }
    let child = try ChildProcess(
      running: path, ["--noflush", "--wait"], input: Array(lines.map { $0 + "\n" }.joined().utf8),
      within: .seconds(30))
    guard child.exitCode == 0 else {
      let said = String(decoding: child.errors.prefix(400), as: UTF8.self)
      throw StepFailure.kernel(
        "\(name) failed: \(said.split(separator: "\n").joined(separator: " "))")
    }
  }

  static func path(of name: String) -> String? {
    ["/usr/sbin", "/sbin", "/usr/bin", "/bin", "/usr/local/sbin"].map { "\($0)/\(name)" }
      .first { (try? FileIdentity(path: $0)) != nil }
  }
}
