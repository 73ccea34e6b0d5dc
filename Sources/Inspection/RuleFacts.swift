import Kernel
public import Rules
public import Topology

/// The host's packet rules, as each backend told them.
public struct RuleFacts: Equatable, Sendable {
  /// `nil` where nftables could not be read.
  public var nftables: Nftables?
  public var legacy: [RuleTable] = []
  public var gaps: [Gap] = []

  public init(nftables: Nftables? = nil, legacy: [RuleTable] = [], gaps: [Gap] = []) {
    self.nftables = nftables
    self.legacy = legacy
    self.gaps = gaps
  }

  /// Reads both backends. What is forbidden or broken is a gap; the other backend is read all the
  /// same.
  static func read() -> RuleFacts {
    var facts = RuleFacts()
    facts.readNftables()
    facts.readLegacy()
    return facts
  }

  /// Every rule, before it is known for which pod it is.
  var firewall: Firewall {
    Firewall(tables: (nftables?.tables ?? []) + legacy, isComplete: gaps.isEmpty)
  }

  mutating func readNftables() {
    gaps.removeAll { $0.subject == Self.nftablesName }
    guard NftablesModule.isThere else {
      nftables = Nftables()
      return
    }
    do throws(KernelError) {
      var reader = try RulesetReader()
      nftables = try reader.ruleset(NftablesBuilder.init) { $0.add($1) }.nftables
    } catch {
      nftables = nil
      gaps.append(Gap(Self.nftablesName, error))
    }
  }

  mutating func readLegacy() {
    gaps.removeAll { $0.subject == Self.legacyName }
    do throws(KernelError) {
      legacy = try LegacyReader.tables(LegacyTableBuilder.init) { $0.add($1) }.map(\.table)
    } catch {
      legacy = []
      gaps.append(Gap(Self.legacyName, error))
    }
  }

  private static let nftablesName = "nftables"
  private static let legacyName = "iptables-legacy"
}

extension Gap {
  fileprivate init(_ subject: String, _ error: KernelError) {
    self.init(
      subject: subject, reason: "\(error)",
      advice: error.isPermissionDenied ? "run as root, or grant CAP_NET_ADMIN" : nil)
  }
}
