public import Addressing
import Formats

/// An address that host-local has given out: a file named for the address.
public struct Lease: Hashable, Sendable {
  public let address: IPAddress
  public let holder: AttachmentKey
  /// When it was given out, in nanoseconds since 1970: the file is written once.
  public let since: Int64

  public init(address: IPAddress, holder: AttachmentKey, since: Int64) {
    self.address = address
    self.holder = holder
    self.since = since
  }
}

extension AttachmentKey {
  /// Reads a lease's content: a container id, a line end, an interface name. Plugins before 0.7
  /// wrote the id alone.
  init(lease bytes: [UInt8]) throws(FormatFailure) {
    guard !bytes.isEmpty else { throw .empty }
    let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard 1...2 ~= lines.count else { throw .notALease }
    let id = lines[0].trimmed
    let interface = lines.count == 2 ? lines[1].trimmed : ""
    guard id.isContainerID, interface.isEmpty || interface.isInterfaceName else { throw .notALease }
    self.init(containerID: id, interfaceName: interface)
  }

  /// The content of its leases, as host-local writes it.
  var leaseContent: [UInt8] { Array("\(containerID)\r\n\(interfaceName)".utf8) }
}

extension FormatFailure {
  static let notALease = Self.unexpected(
    "the content is neither a container id nor an id and an interface name")
}

extension ArraySlice<UInt8> {
  /// The text without the blanks around it.
  fileprivate var trimmed: String {
    var text = drop(while: \.isBlank)
    while text.last?.isBlank == true { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
