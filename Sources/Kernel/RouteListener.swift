import CLinux
import Glibc
public import Netlink
import SystemPackage

/// Hears what changes in this namespace and in every namespace it has a number for.
///
/// The one socket is in the listener's own namespace, so no pod is kept alive by it.
public struct RouteListener: ~Copyable {
  private let socket: OwnedDescriptor
  private var buffer: DatagramBuffer

  public init() throws(KernelError) {
    socket = try Self.open()
    buffer = DatagramBuffer(capacity: 65_536)
  }

  private static func open() throws(KernelError) -> OwnedDescriptor {
    let socket = OwnedDescriptor(try .netlink(.route, options: Int32(SOCK_NONBLOCK.rawValue)))
    guard clinux_bind_netlink(socket.file.rawValue) == 0 else {
      throw .lastCall("listen to the kernel's events")
    }
    socket.file.turnOn(.allNamespaces)
    socket.file.setReceiveBuffer(bytes: 4 << 20)
    for group in RouteGroup.allCases {
      guard socket.file.set(.membership, to: group.rawValue) else {
        throw .lastCall("listen to the kernel's events")
      }
    }
    return socket
  }

  /// Becomes readable when something has changed.
  public var descriptor: Int32 { socket.file.rawValue }

  /// What one reading of the socket brought.
  public enum Batch: Equatable, Sendable {
    /// Changes in the namespace that has this number here; `nil`: in this one.
    case events([RouteEvent], namespace: Int32?)
    /// The kernel had more to say than there was room for. Only a fresh reading tells the truth now.
    case overrun
    /// All has been read.
    case nothing
  }

  /// Reads one datagram without waiting. A message that makes no sense counts as lost.
  public mutating func next() throws(KernelError) -> Batch {
    let namespace: Int32?
    do throws(KernelError) {
      namespace = try buffer.receiveEvent(from: socket.file, purpose: "hear the kernel's events")
    } catch {
      switch error.cause {
      case .refused(.resourceTemporarilyUnavailable, _): return .nothing
      case .refused(.noBufferSpace, _), .garbled: return .overrun
      case .refused, .neverSettled: throw error
      }
    }
    return (try? events()).map { .events($0, namespace: namespace) } ?? .overrun
  }

  private func events() throws(WireError) -> [RouteEvent] {
    var events: [RouteEvent] = []
    var messages = MessageReader(buffer.datagram)
    while let message = try messages.next() {
      if let event = try RouteEvent(message) { events.append(event) }
    }
    return events
  }
}
