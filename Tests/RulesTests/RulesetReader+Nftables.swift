import Kernel
import Rules

extension RulesetReader {
  /// Everything that nftables holds, as Inspection reads it.
  mutating func nftables() throws(KernelError) -> Nftables {
    try ruleset(NftablesBuilder.init) { $0.add($1) }.nftables
  }
}
