public import Addressing
import Files
import Glibc
public import Kernel
import SystemPackage

/// Sends echo requests over IPv4, as ping(8) does, from the calling thread's namespace.
public struct EchoSocket: ~Copyable {
  private let socket: Descriptor

  public init() throws(KernelError) {
    let kind = CInt(SOCK_RAW.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    let opened = Glibc.socket(AF_INET, kind, CInt(IPPROTO_ICMP))
    guard opened >= 0 else { throw .lastCall("open a socket for pings") }
    socket = Descriptor(rawValue: opened)
  }

  /// Sends a request with `size` bytes after its header of 8, and waits for nothing.
  public func send(
    to address: IPAddress, id: UInt16 = 0, number: UInt16 = 0, size: Int = 56
  ) throws(KernelError) {
    var bytes: [UInt8] = [8, 0, 0, 0, UInt8(id >> 8), UInt8(id & 0xff)]  // ICMP_ECHO
    bytes += [UInt8(number >> 8), UInt8(number & 0xff)] + [UInt8](repeating: 0x63, count: size)
    let sum = Self.checksum(bytes)
    bytes[2] = UInt8(sum >> 8)
    bytes[3] = UInt8(sum & 0xff)
    var target = sockaddr_in()
    target.sin_family = sa_family_t(AF_INET)
    target.sin_addr.s_addr = UInt32(truncatingIfNeeded: address.number).bigEndian
    let sent = unsafe withUnsafeBytes(of: &target) { target in
      unsafe sendto(
        socket.rawValue, bytes, bytes.count, CInt(MSG_DONTWAIT),
        target.baseAddress?.assumingMemoryBound(to: sockaddr.self),
        socklen_t(MemoryLayout<sockaddr_in>.size))
    }
    guard sent >= 0 else { throw .lastCall("ping \(address)") }
  }

  /// Waits for what a request brought about; `nil` if nothing came in time.
  public func answer(
    id: UInt16, number: UInt16, within time: Duration
  ) -> EchoAnswer? {
    let end = ContinuousClock.now + time
    var bytes = [UInt8](repeating: 0, count: 2048)
    while true {
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero else { return nil }
      _ = wait(for: [(socket.rawValue, .readable)], timeout: left)
      let count = unsafe recv(
        socket.rawValue, &bytes, bytes.count, CInt(MSG_DONTWAIT))
      guard count > 0 else { continue }
      if let answer = EchoAnswer(bytes.prefix(count), id: id, number: number) { return answer }
    }
  }

  /// RFC 1071.
  private static func checksum(_ bytes: [UInt8]) -> UInt16 {
    var sum: UInt32 = 0
    for index in stride(from: 0, to: bytes.count, by: 2) {
      let low = index + 1 < bytes.count ? bytes[index + 1] : 0
      sum += UInt32(bytes[index]) << 8 | UInt32(low)
    }
    while sum > 0xffff { sum = sum & 0xffff + sum >> 16 }
    return ~UInt16(sum)
  }
}
