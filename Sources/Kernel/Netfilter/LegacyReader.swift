import Files
import Glibc
public import Netlink
import SystemPackage

/// Reads the tables of iptables-legacy of the calling thread's namespace.
///
/// Only tables that `/proc/thread-self/net/ip_tables_names` lists: asking for another would load
/// its module.
public enum LegacyReader {
  /// IPv4's tables, then IPv6's. Takes CAP_NET_ADMIN if there is any.
  public static func tables() throws(KernelError) -> [LegacyTable] {
    try tables(isIPv6: false) + tables(isIPv6: true)
  }

  /// One table; `nil` if the kernel does not have it now.
  public static func table(_ name: String, isIPv6: Bool) throws(KernelError) -> LegacyTable? {
    guard try names(isIPv6: isIPv6).contains(name) else { return nil }
    return try read(name, isIPv6, try socket(isIPv6: isIPv6))
  }

  private static func tables(isIPv6: Bool) throws(KernelError) -> [LegacyTable] {
    let names = try names(isIPv6: isIPv6)
    guard !names.isEmpty else { return [] }
    let owned = try socket(isIPv6: isIPv6)
    var tables: [LegacyTable] = []
    for name in names { tables.append(try read(name, isIPv6, owned)) }
    return tables
  }

  private static func socket(isIPv6: Bool) throws(KernelError) -> Descriptor {
    let handle = Glibc.socket(
      isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 255)
    guard handle >= 0 else { throw .lastCall("open a raw socket") }
    return Descriptor(rawValue: handle)
  }

  private static func names(isIPv6: Bool) throws(KernelError) -> [String] {
    let path = "/proc/thread-self/net/\(isIPv6 ? "ip6" : "ip")_tables_names"
    let file: Descriptor
    do throws(KernelError) {
      file = try Descriptor(reading: path)
    } catch {
      if error.isNotFound { return [] }
      throw error
    }
    return names(in: try file.content(of: path))
  }

  /// A line for each table, whose name and a NUL have room in 32 bytes (`XT_TABLE_MAXNAMELEN`).
  static func names(in bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.utf8.count < 32 }
  }

  private static func read(
    _ name: String, _ isIPv6: Bool, _ socket: borrowing Descriptor
  ) throws(KernelError) -> LegacyTable {
    let purpose = "read the legacy table \(name)"
    let title = Array(name.utf8) + [UInt8](repeating: 0, count: 32 - name.utf8.count)
    for _ in 1...5 {
      do throws(KernelError) {
        return try read(title, name, isIPv6, socket.rawValue, purpose)
      } catch {
        guard case .refused(.resourceTemporarilyUnavailable, _) = error.cause else { throw error }
      }
    }
    throw KernelError(purpose, .neverSettled)
  }

  /// The kernel says EAGAIN if the table changes size between the two questions.
  private static func read(
    _ title: [UInt8], _ name: String, _ isIPv6: Bool, _ socket: Int32, _ purpose: String
  ) throws(KernelError) -> LegacyTable {
    let level = isIPv6 ? 41 : 0 as Int32  // SOL_IPV6, SOL_IP
    var head = title + [UInt8](repeating: 0, count: LegacyInfo.length - title.count)
    try get(socket, level, 64, &head, purpose)  // IPT_SO_GET_INFO
    let info = try decoded(purpose) { () throws(WireError) in try LegacyInfo(head.span) }
    guard info.size <= maximumSize else {
      throw KernelError(purpose, .garbled(.badLength(info.size, available: maximumSize)))
    }
    var body = [UInt8](repeating: 0, count: 40 + info.size)
    body.replaceSubrange(0..<36, with: title + head[80..<84])
    try get(socket, level, 65, &body, purpose)  // IPT_SO_GET_ENTRIES
    return try decoded(purpose) { () throws(WireError) in
      try LegacyTable(
        name: name, isIPv6: isIPv6, info: info, entries: body.span.extracting(droppingFirst: 40))
    }
  }

  private static func decoded<Value>(
    _ purpose: String, _ body: () throws(WireError) -> Value
  ) throws(KernelError) -> Value {
    do throws(WireError) {
      return try body()
    } catch {
      throw KernelError(purpose, .garbled(error))
    }
  }

  private static func get(
    _ socket: Int32, _ level: Int32, _ option: Int32, _ bytes: inout [UInt8], _ purpose: String
  ) throws(KernelError) {
    var length = socklen_t(bytes.count)
    guard unsafe getsockopt(socket, level, option, &bytes, &length) == 0 else {
      throw .lastCall(purpose)
    }
  }
}

/// The most a table may take: over a million rules, in bytes.
private let maximumSize = 256 << 20
