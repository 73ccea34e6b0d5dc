/// A capability that reading a node takes (capabilities(7); include/uapi/linux/capability.h).
enum Capability: UInt64, CaseIterable {
  /// Files and directories of others.
  case readSearch = 2  // CAP_DAC_READ_SEARCH
  /// Events of every namespace on one socket.
  case netBroadcast = 11  // CAP_NET_BROADCAST
  /// Rules, of nftables and of iptables-legacy.
  case netAdmin = 12  // CAP_NET_ADMIN
  /// The socket that iptables-legacy is asked through.
  case netRaw = 13  // CAP_NET_RAW
  /// Which namespaces other processes are in.
  case ptrace = 19  // CAP_SYS_PTRACE
  /// To enter a namespace.
  case admin = 21  // CAP_SYS_ADMIN

  /// Files in directories of others: not for reading.
  static let override: UInt64 = 1 << 1  // CAP_DAC_OVERRIDE

  static var reading: UInt64 { allCases.reduce(0) { $0 | 1 << $1.rawValue } }
}
