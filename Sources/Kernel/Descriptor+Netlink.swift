import Files
import Glibc
import Netlink
import SystemPackage

extension Descriptor {
  /// Opens a netlink socket of the calling thread's namespace.
  init(_ family: NetlinkFamily, options: Int32 = 0) throws(KernelError) {
    let kind = Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | options
    let opened = socket(AF_NETLINK, kind, family.rawValue)
    guard opened >= 0 else { throw .lastCall("open a netlink socket") }
    self.init(rawValue: opened)
  }

  enum NetlinkOption: Int32 {
    case membership = 1  // NETLINK_ADD_MEMBERSHIP
    case allNamespaces = 8  // NETLINK_LISTEN_ALL_NSID
    case shortAcks = 10  // NETLINK_CAP_ACK
    case reasons = 11  // NETLINK_EXT_ACK
    case strictChecks = 12  // NETLINK_GET_STRICT_CHK
  }

  /// Asks for an option, and does without it on a kernel too old to have it.
  func turnOn(_ option: NetlinkOption) {
    _ = set(option, to: 1)
  }

  /// Whether the kernel took it; if not, errno says why.
  func set(_ option: NetlinkOption, to value: UInt32) -> Bool {
    var value = value
    let size = socklen_t(MemoryLayout<UInt32>.size)
    return unsafe setsockopt(rawValue, 270, option.rawValue, &value, size) == 0  // SOL_NETLINK
  }

  /// After so long without an answer a call fails with EAGAIN instead of waiting for ever.
  func setReceiveTimeout(seconds: Int) {
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    unsafe setsockopt(rawValue, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
  }

  /// How many bytes of messages may wait unread before the kernel drops some.
  func setReceiveBuffer(bytes: Int32) {
    setBuffer(SO_RCVBUF, forced: 33, bytes)  // SO_RCVBUFFORCE
  }

  /// How many bytes may be sent at once.
  func setSendBuffer(bytes: Int32) {
    setBuffer(SO_SNDBUF, forced: 32, bytes)  // SO_SNDBUFFORCE
  }

  /// Beyond what everybody may have it takes CAP_NET_ADMIN.
  private func setBuffer(_ option: Int32, forced: Int32, _ bytes: Int32) {
    var bytes = bytes
    let size = socklen_t(MemoryLayout<Int32>.size)
    if unsafe setsockopt(rawValue, SOL_SOCKET, forced, &bytes, size) != 0 {
      unsafe setsockopt(rawValue, SOL_SOCKET, option, &bytes, size)
    }
  }
}
