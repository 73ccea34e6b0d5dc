public import Addressing
public import Topology

/// The address that `text` says; traps where it says none.
public func ip(_ text: String) -> IPAddress {
  guard let address = IPAddress(text) else { preconditionFailure("no address: \(text)") }
  return address
}

/// The prefix that `text` says; traps where it says none.
public func prefix(_ text: String) -> Prefix {
  guard let prefix = Prefix(text) else { preconditionFailure("no prefix: \(text)") }
  return prefix
}

/// The MAC address that `text` says; traps where it says none.
public func macAddress(_ text: String) -> MACAddress {
  guard let address = MACAddress(text) else { preconditionFailure("no MAC address: \(text)") }
  return address
}

extension NamespaceID {
  /// The host's namespace in all of these nodes.
  public static let host = NamespaceID.file(device: 4, inode: 4_026_531_840)

  /// A pod's, from 1.
  public static func pod(_ number: Int) -> NamespaceID {
    .file(device: 4, inode: 4_026_532_200 + UInt64(number))
  }
}

extension Timestamp {
  /// 2026-11-23 14:02:11 UTC, when these nodes were looked at.
  public static let look = Timestamp(seconds: 1_795_442_531)
}
