/// How much of a node's files is read. What is beyond is a gap that says so.
public enum Limits {
  /// Bytes of one JSON file.
  public static let json = 1 << 20
  /// Bytes of one lease: an id and an interface name, with much to spare.
  public static let lease = 4096
  /// Leases in one network's directory.
  public static let leases = 100_000
  /// Files in one configuration directory, plugins in one directory, networks in one data directory.
  public static let configs = 1000
  /// Entries of one result cache, containers of one runtime.
  public static let containers = 65_536
}
