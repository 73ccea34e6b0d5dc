import Netlink

/// A match of iptables that can be evaluated.
protocol PacketMatch {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit
}

/// A target of iptables that can be evaluated.
protocol PacketTarget {
  /// What it does, changing the packet on the way.
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect
}

/// Where a packet meets a rule.
struct PacketPlace {
  /// `NF_INET_*`
  var hook: UInt32
  var routes: any RouteLookup
}

/// What a target or statement does with a packet, besides changing it.
enum PacketEffect: Equatable {
  /// The next rule has it.
  case goOn
  case verdict(RuleVerdict)
  /// Dropped, and its sender is told so in these words.
  case reject(String)
  /// Other addresses or ports, for the whole connection.
  case translate(Translation)
  /// Rules see it no more: it went elsewhere, in a few words.
  case taken(String)
  /// The rule goes on, or ends here as if it had not fit.
  case cannotTell(Doubt)
}
