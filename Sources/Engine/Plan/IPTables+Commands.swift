import CNI
import Quoting

/// What a person would type about the masquerade of one attachment that iptables holds. Which families
/// it has addresses of is not known when it is taken away: what is not there is passed over.
extension IPTables {
  static func removal(_ tag: RuleTag) -> [String] {
    let chain = tag.chain
    let parts = [
      #"s/^-A \(.* -j \#(chain)\)$/-D \1/p"#, "s/^:\(chain) .*/-F \(chain)/p",
    ].joined(separator: "; ").shellWord
    let last = "s/^:\(chain) .*/-X \(chain)/p".shellWord
    return ["iptables", "ip6tables"].map { program in
      let save = "\(program)-save -t nat | sed -n"
      return "if \(program)-save -t nat | grep -qF \(":\(chain) ".shellWord); then"
        + " { echo '*nat'; \(save) \(parts); \(save) \(last); echo COMMIT; }"
        + " | \(program)-restore --noflush --wait; fi"
    }
  }

  static func listing(_ tag: RuleTag) -> [String] {
    ["iptables", "ip6tables"].map { "\($0)-save -t nat | grep -F \(tag.chain.shellWord)" }
  }
}
