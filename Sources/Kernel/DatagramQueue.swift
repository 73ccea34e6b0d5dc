import Synchronization

/// Datagrams on their way from the thread that receives them to the one that takes them in.
final class DatagramQueue: Sendable {
  private struct State {
    var waiting: [[UInt8]] = []
    var isClosed = false

    /// `false`: there is no room.
    mutating func add(_ datagram: [UInt8]) -> Bool {
      guard waiting.count < capacity else { return false }
      waiting.append(datagram)
      return true
    }

    mutating func takeAll() -> ([[UInt8]], isClosed: Bool) {
      defer { waiting = [] }
      return (waiting, isClosed)
    }
  }

  private let state = Mutex(State())
  private let arrived: EventFD
  private let taken: EventFD

  init() throws(KernelError) {
    arrived = try EventFD()
    taken = try EventFD()
  }

  /// Adds a datagram, once there is room.
  func put(_ datagram: [UInt8]) {
    while !state.withLock({ $0.add(datagram) }) {
      _ = wait(for: [(taken.descriptor, .readable)], timeout: nil)
      taken.clear()
    }
    arrived.signal()
  }

  /// There will be no more of them.
  func close() {
    state.withLock { $0.isClosed = true }
    arrived.signal()
  }

  /// All that have come since the last time, after waiting for one; `nil` at the end.
  func take() -> [[UInt8]]? {
    while true {
      let (datagrams, isClosed) = state.withLock { $0.takeAll() }
      if !datagrams.isEmpty {
        taken.signal()
        return datagrams
      }
      if isClosed { return nil }
      _ = wait(for: [(arrived.descriptor, .readable)], timeout: nil)
      arrived.clear()
    }
  }
}

/// So many datagrams wait at most.
private let capacity = 16
