import CLinux
import Files
import Glibc
import Netlink
import SystemPackage

/// Hears what one part of the kernel has to tell, on a socket of this namespace's own: no other
/// namespace is kept alive by it.
public struct EventListener<Event: Sendable>: ~Copyable {
  private let socket: Descriptor
  private var buffer: DatagramBuffer
  private let read: @Sendable (borrowing Message) throws(WireError) -> Event?
  /// Why it hears less than it was meant to: other namespaces, or one of the groups, are forbidden or
  /// unknown to this kernel.
  public let refusal: KernelError?

  /// Joins the groups, the first of which has to be there. `read` returns `nil` for messages that tell
  /// nothing of interest.
  init(
    _ family: NetlinkFamily, groups: [UInt32], allNamespaces: Bool = false,
    read: @escaping @Sendable (borrowing Message) throws(WireError) -> Event?
  ) throws(KernelError) {
    var refusal: KernelError?
    socket = try Self.open(family, groups: groups, allNamespaces: allNamespaces, &refusal)
    self.refusal = refusal
    buffer = DatagramBuffer(capacity: 65_536)
    self.read = read
  }

  private static func open(
    _ family: NetlinkFamily, groups: [UInt32], allNamespaces: Bool, _ refusal: inout KernelError?
  ) throws(KernelError) -> Descriptor {
    let socket = try Descriptor(family, options: Int32(SOCK_NONBLOCK.rawValue))
    guard clinux_bind_netlink(socket.rawValue) == 0 else { throw refusedListening }
    if allNamespaces, !socket.set(.allNamespaces, to: 1) { refusal = refusedListening }
    socket.setReceiveBuffer(bytes: 4 << 20)
    for (position, group) in groups.enumerated() where !socket.set(.membership, to: group) {
      if position == 0 { throw refusedListening }
      refusal = refusal ?? refusedListening
    }
    return socket
  }

  private static var refusedListening: KernelError { .lastCall("listen to the kernel's events") }

  /// Becomes readable when something has changed.
  public var descriptor: Int32 { socket.rawValue }

  /// What one reading of the socket brought.
  public enum Batch {
    /// Changes in the namespace that has this number here; `nil`: in this one.
    case events([Event], namespace: Int32?)
    /// The kernel had more to say than there was room for. Only a fresh reading tells the truth now.
    case overrun
    /// All has been read.
    case nothing
  }

  /// Reads one datagram without waiting. A message that makes no sense counts as lost.
  public mutating func next() throws(KernelError) -> Batch {
    let namespace: Int32?
    do throws(KernelError) {
      namespace = try buffer.receiveEvent(
        from: socket.rawValue, purpose: "hear the kernel's events")
    } catch {
      switch error.cause {
      case .refused(.resourceTemporarilyUnavailable, _): return .nothing
      case .refused(.noBufferSpace, _), .garbled: return .overrun
      case .refused, .neverSettled: throw error
      }
    }
    return (try? events()).map { .events($0, namespace: namespace) } ?? .overrun
  }

  /// Throws away all that waits: a fresh reading will tell it too.
  public mutating func skip() throws(KernelError) {
    while true {
      if case .nothing = try next() { return }
    }
  }

  private func events() throws(WireError) -> [Event] {
    var events: [Event] = []
    var messages = MessageReader(buffer.datagram)
    while let message = try messages.next() {
      if let event = try read(message) { events.append(event) }
    }
    return events
  }
}

extension EventListener.Batch: Sendable {}
extension EventListener.Batch: Equatable where Event: Equatable {}
