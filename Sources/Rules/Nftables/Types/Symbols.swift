/// The kernel's numbers under the names nft prints.
struct SymbolTable: ExpressibleByDictionaryLiteral {
  private let entries: [(number: UInt64, name: String)]

  init(dictionaryLiteral elements: (UInt64, String)...) {
    entries = elements.map { ($0.0, $0.1) }
  }

  subscript(number: UInt64) -> String? {
    for entry in entries where entry.number == number { return entry.name }
    return nil
  }
}

enum Symbols {
  /// `ETH_P_*`
  static let etherTypes: SymbolTable = [
    0x0800: "ip", 0x86dd: "ip6", 0x0806: "arp", 0x8100: "8021q", 0x88a8: "8021ad",
  ]
  /// `NFPROTO_*`
  static let families: SymbolTable = [2: "ipv4", 10: "ipv6"]
  /// `ARPOP_*`
  static let arpOperations: SymbolTable = [
    1: "request", 2: "reply", 3: "rrequest", 4: "rreply", 8: "inrequest", 9: "inreply", 10: "nak",
  ]
  /// `PACKET_*`
  static let packetTypes: SymbolTable = [
    0: "host", 1: "broadcast", 2: "multicast", 3: "other",
  ]
  /// `ARPHRD_*`
  static let interfaceTypes: SymbolTable = [
    1: "ether", 512: "ppp", 768: "ipip", 769: "ipip6", 772: "loopback", 776: "sit", 778: "ipgre",
  ]
  /// `RTN_*`
  static let addressTypes: SymbolTable = [
    0: "unspec", 1: "unicast", 2: "local", 3: "broadcast", 4: "anycast", 5: "multicast",
    6: "blackhole", 7: "unreachable", 8: "prohibit",
  ]
  static let presence: SymbolTable = [0: "missing", 1: "exists"]
  /// `IP_CT_DIR_*`
  static let directions: SymbolTable = [0: "original", 1: "reply"]
  /// `NF_CT_STATE_BIT`
  static let connectionStates: SymbolTable = [
    1: "invalid", 2: "established", 4: "related", 8: "new", 64: "untracked",
  ]
  /// `IPS_*`
  static let connectionStatuses: SymbolTable = [
    1: "expected", 2: "seen-reply", 4: "assured", 8: "confirmed", 16: "snat", 32: "dnat",
    512: "dying",
  ]
  /// `IPCT_*`, as bits.
  static let connectionEvents: SymbolTable = [
    1: "new", 2: "related", 4: "destroy", 8: "reply", 16: "assured", 32: "protoinfo",
    64: "helper", 128: "mark", 256: "seqadj", 512: "secmark", 1024: "label",
  ]
  static let tcpFlags: SymbolTable = [
    1: "fin", 2: "syn", 4: "rst", 8: "psh", 16: "ack", 32: "urg", 64: "ecn", 128: "cwr",
  ]
  /// RFC 2474 and those that follow it.
  static let dscp: SymbolTable = [
    0x00: "cs0", 0x08: "cs1", 0x10: "cs2", 0x18: "cs3", 0x20: "cs4", 0x28: "cs5", 0x30: "cs6",
    0x38: "cs7", 0x01: "lephb", 0x0a: "af11", 0x0c: "af12", 0x0e: "af13", 0x12: "af21",
    0x14: "af22", 0x16: "af23", 0x1a: "af31", 0x1c: "af32", 0x1e: "af33", 0x22: "af41",
    0x24: "af42", 0x26: "af43", 0x2c: "va", 0x2e: "ef",
  ]
  static let ecn: SymbolTable = [0: "not-ect", 1: "ect1", 2: "ect0", 3: "ce"]
  /// `DCCP_PKT_*`
  static let dccpTypes: SymbolTable = [
    0: "request", 1: "response", 2: "data", 3: "ack", 4: "dataack", 5: "closereq", 6: "close",
    7: "reset", 8: "sync", 9: "syncack",
  ]
  /// `IP6_MH_TYPE_*`
  static let mobilityTypes: SymbolTable = [
    0: "binding-refresh-request", 1: "home-test-init", 2: "careof-test-init", 3: "home-test",
    4: "careof-test", 5: "binding-update", 6: "binding-acknowledgement", 7: "binding-error",
    8: "fast-binding-update", 9: "fast-binding-acknowledgement",
    10: "fast-binding-advertisement", 11: "experimental-mobility-header",
    12: "home-agent-switch-message",
  ]
  static let weekdays: SymbolTable = [
    0: "Sunday", 1: "Monday", 2: "Tuesday", 3: "Wednesday", 4: "Thursday", 5: "Friday",
    6: "Saturday",
  ]
}
