import Glibc

/// Sends frames out of an interface as they are, as if they came from whoever is at its other end.
public struct FrameSender: ~Copyable {
  private let socket: Int32
  /// `struct sockaddr_ll`
  private let address: [UInt8]

  /// Of the calling thread's namespace.
  public init(interface: String) {
    let packets: Int32 = 17  // AF_PACKET
    socket = Glibc.socket(packets, Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var index = unsafe if_nametoindex(interface)
    var bytes: [UInt8] = [17, 0, 0, 0]
    for _ in 0..<4 {
      bytes.append(UInt8(truncatingIfNeeded: index))
      index >>= 8
    }
    address = bytes + [UInt8](repeating: 0, count: 12)
  }

  deinit { close(socket) }

  /// Whether all of it was sent.
  public func send(_ frame: [UInt8]) -> Bool { sendto(socket, frame, address) }
}

/// Sends IP packets with their own headers, as this host's own.
public struct PacketSender: ~Copyable {
  private let socket: Int32
  private let isIPv6: Bool

  public init(isIPv6: Bool) {
    self.isIPv6 = isIPv6
    socket = Glibc.socket(
      isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 255)
    if isIPv6 {
      var on: Int32 = 1
      unsafe setsockopt(socket, 41, 36, &on, 4)  // IPPROTO_IPV6, IPV6_HDRINCL
    }
  }

  deinit { close(socket) }

  public func send(_ packet: [UInt8]) -> Bool {
    let address =
      isIPv6
      ? [10, 0, 0, 0, 0, 0, 0, 0] + packet[24..<40] + [0, 0, 0, 0]
      : [2, 0, 0, 0] + packet[16..<20] + [UInt8](repeating: 0, count: 8)
    return sendto(socket, packet, Array(address))
  }
}

private func sendto(_ socket: Int32, _ bytes: [UInt8], _ address: [UInt8]) -> Bool {
  unsafe address.withUnsafeBytes { address in
    let length = socklen_t(address.count)
    guard let place = unsafe address.bindMemory(to: sockaddr.self).baseAddress else {
      return false
    }
    return unsafe Glibc.sendto(socket, bytes, bytes.count, 0, place, length) == bytes.count
  }
}
