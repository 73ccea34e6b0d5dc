import Files
import Glibc
public import Netlink
import SystemPackage

/// Reads the tables of iptables-legacy of the calling thread's namespace.
///
/// Of each table `begin` makes a value, to which `add` adds one entry after the other.
///
/// Only tables that `/proc/thread-self/net/ip_tables_names` lists: asking for another would load
/// its module.
public enum LegacyReader {
  /// IPv4's tables, then IPv6's. Takes CAP_NET_ADMIN if there is any.
  public static func tables<Value>(
    _ begin: (LegacyTable) -> Value, add: (inout Value, LegacyEntry) -> Void
  ) throws(KernelError) -> [Value] {
    let setNames = IPSetReader.names()
    return try tables(isIPv6: false, setNames, begin, add)
      + tables(isIPv6: true, setNames, begin, add)
  }

  /// One table; `nil` if the kernel does not have it now.
  public static func table<Value>(
    _ name: String, isIPv6: Bool, _ begin: (LegacyTable) -> Value,
    add: (inout Value, LegacyEntry) -> Void
  ) throws(KernelError) -> Value? {
    guard try names(isIPv6: isIPv6).contains(name) else { return nil }
    let table = LegacyTable(name: name, isIPv6: isIPv6, setNames: IPSetReader.names())
    return try read(table, try socket(isIPv6: isIPv6)).value(begin, add)
  }

  private static func tables<Value>(
    isIPv6: Bool, _ setNames: [UInt16: String], _ begin: (LegacyTable) -> Value,
    _ add: (inout Value, LegacyEntry) -> Void
  ) throws(KernelError) -> [Value] {
    let names = try names(isIPv6: isIPv6)
    guard !names.isEmpty else { return [] }
    let owned = try socket(isIPv6: isIPv6)
    var values: [Value] = []
    for name in names {
      let table = LegacyTable(name: name, isIPv6: isIPv6, setNames: setNames)
      values.append(try read(table, owned).value(begin, add))
    }
    return values
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
    _ table: LegacyTable, _ socket: borrowing Descriptor
  ) throws(KernelError) -> LegacyContent {
    let purpose = "read the legacy table \(table.name)"
    for _ in 1...5 {
      do throws(KernelError) {
        return try read(table, socket.rawValue, purpose)
      } catch {
        guard case .refused(.resourceTemporarilyUnavailable, _) = error.cause else { throw error }
      }
    }
    throw KernelError(purpose, .neverSettled)
  }

  /// The kernel says EAGAIN if the table changes size between the two questions.
  private static func read(
    _ table: LegacyTable, _ socket: Int32, _ purpose: String
  ) throws(KernelError) -> LegacyContent {
    let level = table.isIPv6 ? 41 : 0 as Int32  // SOL_IPV6, SOL_IP
    let title = Array(table.name.utf8) + [UInt8](repeating: 0, count: 32 - table.name.utf8.count)
    var head = title + [UInt8](repeating: 0, count: LegacyInfo.length - title.count)
    try get(socket, level, 64, &head, purpose)  // IPT_SO_GET_INFO
    let info: LegacyInfo
    do throws(WireError) {
      info = try LegacyInfo(head.span)
    } catch {
      throw KernelError(purpose, .garbled(error))
    }
    guard info.size <= maximumSize else {
      throw KernelError(purpose, .garbled(.badLength(info.size, available: maximumSize)))
    }
    var body = [UInt8](repeating: 0, count: 40 + info.size)
    body.replaceSubrange(0..<36, with: title + head[80..<84])
    try get(socket, level, 65, &body, purpose)  // IPT_SO_GET_ENTRIES
    return LegacyContent(table: table, info: info, bytes: body, purpose: purpose)
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

/// A table as the kernel gave it: `struct ipt_get_entries`.
private struct LegacyContent {
  var table: LegacyTable
  var info: LegacyInfo
  var bytes: [UInt8]
  var purpose: String

  func value<Value>(
    _ begin: (LegacyTable) -> Value, _ add: (inout Value, LegacyEntry) -> Void
  ) throws(KernelError) -> Value {
    var value = begin(table)
    do throws(WireError) {
      try table.read(bytes.span.extracting(droppingFirst: 40), info) { add(&value, $0) }
    } catch {
      throw KernelError(purpose, .garbled(error))
    }
    return value
  }
}

/// The most a table may take: over a million rules, in bytes.
private let maximumSize = 256 << 20
