public import Addressing
public import CNI
import Netlink
import Quoting

public struct MasqueradeSpec: Hashable, Sendable {
  public var tag: RuleTag
  public var backend: BridgeConfig.MasqueradeBackend
  /// The container's addresses with the length of their networks.
  public var addresses: [Prefix]
}

extension MasqueradeSpec: StepKind {
  var title: String { "masquerade what leaves the network" }
  var reason: String {
    "Nobody outside knows a way back to the container, but to the host they do."
  }
  var detail: String { addresses.map { "\($0.address) outside \($0.network)" }.listed }
  var request: String { backend == .nftables ? "nft batch" : "iptables-restore" }

  var commands: [String] {
    switch backend {
    case .nftables: byNftables
    case .iptables: byIPTables
    }
  }

  private var byIPTables: [String] {
    IPAddress.Family.allCases.flatMap { family -> [String] in
      let own = addresses.filter { $0.address.family == family }
      guard !own.isEmpty else { return [] }
      let program = family == .v4 ? "iptables-restore" : "ip6tables-restore"
      let lines = IPTables(family, tag).lines(own).map(\.shellWord).joined(separator: " ")
      return [#"printf '%s\n' \#(lines) | \#(program) --noflush --wait"#]
    }
  }

  private var byNftables: [String] {
    let (table, checks) = (Masquerade.table.name, Masquerade.checks.name)
    let post = "\(table) \(Masquerade.postrouting.name)"
    let chains = [
      "nft add table inet \(table)", "nft add chain inet \(table) \(checks)",
      "nft add chain inet \(post) '{ type nat hook postrouting priority srcnat; }'",
      "nft flush chain inet \(post)", "nft add rule inet \(post) ip daddr 224.0.0.0/4 return",
      "nft add rule inet \(post) ip6 daddr ff00::/8 return",
      "nft add rule inet \(post) goto \(checks)",
    ]
    return chains
      + addresses.map { prefix in
        let family = prefix.address.family == .v4 ? "ip" : "ip6"
        return "nft add rule inet \(table) \(checks) \(family) saddr \(prefix.address)"
          + " \(family) daddr != \(prefix.network) counter masquerade comment \(tag.comment.nftComment.shellWord)"
      }
  }

  var checkCommands: [String] {
    switch backend {
    case .nftables: [Masquerade.listing(tag)]
    case .iptables:
      addresses.families.map {
        "\($0 == .v4 ? "iptables" : "ip6tables") -t nat -S \(tag.chain.shellWord)"
      }
    }
  }

  var undos: [Undo] { [.removeMasquerade(tag, backend)] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    try node.masquerade(self, &journal)
    return .changed
  }

  func check(on node: inout NodeExecutor) throws { try node.checkMasquerade(tag) }
}
