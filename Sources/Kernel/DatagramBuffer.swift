import CLinux
import Files
import Glibc
import Netlink
import SystemPackage

/// Room for one datagram from the kernel, used again for the next.
struct DatagramBuffer: ~Copyable {
  private var bytes: [UInt8]
  private var count = 0

  init(capacity: Int) {
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { _, count in
      count = capacity
    }
  }

  /// What was received last.
  var datagram: Span<UInt8> {
    @_lifetime(borrow self) get { bytes.span.extracting(first: count) }
  }

  /// What was received last, for another thread.
  var copy: [UInt8] { Array(bytes.prefix(count)) }

  /// Waits for a datagram and takes it in.
  ///
  /// - Throws: if there is none in time, and if it is larger than the buffer: the rest is lost then.
  mutating func receive(
    from descriptor: Int32, purpose: String
  ) throws(KernelError) {
    count = 0
    let flags = Int32(MSG_TRUNC)  // return the full length, whatever fits
    let length = retrying { unsafe recv(descriptor, &bytes, bytes.count, flags) }
    try accept(length, purpose)
  }

  /// The same, for a socket that hears all namespaces. Returns the host's number for the one the
  /// datagram speaks of, `nil` for the socket's own.
  mutating func receiveEvent(
    from descriptor: Int32, purpose: String
  ) throws(KernelError) -> Int32? {
    count = 0
    var number: Int32 = -1
    let length = retrying {
      unsafe clinux_receive_event(descriptor, &bytes, UInt(bytes.count), &number)
    }
    try accept(length, purpose)
    return number < 0 ? nil : number
  }

  private mutating func accept(_ length: Int, _ purpose: String) throws(KernelError) {
    guard length >= 0 else { throw .lastCall(purpose) }
    guard length <= bytes.count else {
      throw KernelError(purpose, .garbled(.badLength(length, available: bytes.count)))
    }
    count = length
  }
}
