import Topology

/// What iptables makes of a clause of nftables.
extension Clause {
  /// iptables has it among the options of the protocol.
  var isOfProtocolMatch: Bool {
    role == .sourcePort || role == .destinationPort || words == "tcp flags"
  }

  /// Each rule of iptables has one.
  var isCounter: Bool {
    if case .counter = role { true } else { false }
  }

  /// It says what becomes of the packet.
  var isTarget: Bool {
    if case .action = role { return true }
    return isOption && words.utf8.dropFirst().first == UInt8(ascii: "j")
  }

  /// It is told in iptables' words: nft's begin with neither sign.
  var isOption: Bool {
    words.utf8.first == UInt8(ascii: "-") || words.utf8.first == UInt8(ascii: "!")
  }

  /// `{ tcp, udp }`, `@hosts`
  var isOfSet: Bool {
    value.utf8.first == UInt8(ascii: "{") || value.utf8.first == UInt8(ascii: "@")
  }

  /// As iptables writes a target; `nil` for a statement of nftables that iptables makes no use of.
  var target: String? {
    guard case .action(let action) = role, !isOption else { return text }
    return switch action {
    case .jump(let chain): "-j \(chain)"
    case .goto(let chain): "-g \(chain)"
    case .accept: "-j ACCEPT"
    case .drop: "-j DROP"
    case .return: "-j RETURN"
    case .masquerade, .snat, .dnat, .redirect, .netmap, .reject, .other: nil
    }
  }

  /// `nil` where it is not plainly so or not so.
  var not: String? {
    switch sign {
    case "", "== ": ""
    case "!= ": "! "
    default: nil
    }
  }

  var ports: (not: String, text: String)? {
    switch sign {
    case ">= ": ("", "\(value):65535")
    case "<= ": ("", "0:\(value)")
    case "", "!= ":
      value.utf8.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
      }
        ? (sign.isEmpty ? "" : "! ", value.split(separator: "-").joined(separator: ":")) : nil
    default: nil
    }
  }
}
