public import Files
import SystemPackage

/// The network namespaces that files keep alive, from `/proc/self/mountinfo`: one reading finds
/// `/run/netns`, `/run/docker/netns` and every other place, and opens none of them.
public struct MountTable: Equatable, Sendable {
  public var namespaces: [Entry] = []

  public struct Entry: Equatable, Sendable {
    public var path: String
    public var device: UInt64
    public var inode: UInt64

    public init(path: String, device: UInt64, inode: UInt64) {
      self.path = path
      self.device = device
      self.inode = inode
    }
  }

  public init(namespaces: [Entry] = []) {
    self.namespaces = namespaces
  }

  public static func read() throws(FileFailure) -> MountTable {
    MountTable(
      text: String(decoding: try File("/proc/self/mountinfo", limit: 16 << 20).bytes, as: UTF8.self)
    )
  }

  /// Whether the first process sees the same mounts: what it mounts may be hidden from us else. Where
  /// that is not to be known, the answer is no.
  public static var isOfEverybody: Bool {
    guard let own = try? FileFacts("/proc/self/ns/mnt", links: .followed).identity,
      let first = try? FileFacts("/proc/1/ns/mnt", links: .followed).identity
    else { return false }
    return own == first
  }

  /// Reads the format of proc(5): `36 35 0:4 net:[4026532281] /run/netns/red rw shared:1 - nsfs …`.
  /// Of a path that is mounted on twice, the later one is what opening it finds.
  init(text: String) {
    var byPath: [String: Int] = [:]
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
      guard fields.count == 6, fields[3].starts(with: "net:[".utf8),
        let inode = NamespaceLink.inode(in: String(decoding: fields[3], as: UTF8.self)),
        let device = Self.device(String(decoding: fields[2], as: UTF8.self))
      else { continue }
      let path = Self.unescaped(Array(fields[4]))
      let entry = Entry(path: path, device: device, inode: inode)
      if let known = byPath[path] {
        namespaces[known] = entry
      } else {
        byPath[path] = namespaces.count
        namespaces.append(entry)
      }
    }
  }

  /// `MAJOR:MINOR` as stat(2) puts it in one number.
  private static func device(_ text: String) -> UInt64? {
    let numbers = text.split(separator: ":").compactMap { UInt64($0) }
    guard numbers.count == 2, numbers[0] < 1 << 12, numbers[1] < 1 << 20 else { return nil }
    return (numbers[1] & 0xfff00) << 12 | numbers[0] << 8 | numbers[1] & 0xff
  }

  /// The kernel writes blanks and backslashes as `\040`.
  private static func unescaped(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[(index + 1)...].prefix(3)
      if bytes[index] == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        result.append(value)
        index += 4
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
