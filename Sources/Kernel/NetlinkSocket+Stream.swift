import Files
import Netlink
import SystemPackage

extension NetlinkSocket {
  /// Sends a query for a long list and hands on each entry as it comes.
  ///
  /// One thread makes the kernel write the list while the calling one reads it.
  /// - Throws: also where a change overtook the answer: what was handed on then is not one picture.
  mutating func stream<Entry>(
    _ query: Query<Entry>, _ take: (Entry) -> Void
  ) throws(KernelError) {
    let queue = try DatagramQueue()
    let purpose = query.request.purpose
    try send(query.request)
    let receiver = DumpReceiver(
      descriptor: descriptor.rawValue, sequence: sequence, purpose: purpose)
    let thread = try SideThread { () throws(KernelError) in
      defer { queue.close() }
      try receiver.run { queue.put($0) }
    }
    var failure: WireError?
    while let datagrams = queue.take() {  // to the end, so that the other thread comes to its own
      guard failure == nil else { continue }
      do throws(WireError) {
        for datagram in datagrams {
          try receiver.entries(of: datagram.span, query.read, take)
        }
      } catch {
        failure = error
      }
    }
    try thread.join()
    if let failure { throw KernelError(purpose, .garbled(failure)) }
  }
}

/// The receiving of one answer of many datagrams.
private struct DumpReceiver: Sendable {
  let descriptor: Int32
  let sequence: UInt32
  let purpose: String

  /// Hands on every datagram, up to the one with the kernel's verdict.
  func run(_ put: ([UInt8]) -> Void) throws(KernelError) {
    var buffer = DatagramBuffer(capacity: replyLimit)
    while true {
      try buffer.receive(from: descriptor, purpose: purpose)
      let verdict: Verdict?
      do throws(WireError) {
        verdict = try self.verdict(in: buffer.datagram)
      } catch {
        throw KernelError(purpose, .garbled(error))
      }
      put(buffer.copy)
      switch verdict {
      case .done: return
      case .refused(let code, let reason):
        throw KernelError(purpose, .refused(Errno(rawValue: code), reason: reason))
      case nil: continue
      }
    }
  }

  private func verdict(in datagram: Span<UInt8>) throws(WireError) -> Verdict? {
    var messages = MessageReader(datagram)
    while let message = try messages.next() {
      guard message.sequence == sequence else { continue }  // of an exchange given up on
      if message.isInterrupted {
        return .refused(code: Errno.interrupted.rawValue, reason: "it changed meanwhile")
      }
      if let verdict = try message.verdict() { return verdict }
    }
    return nil
  }

  func entries<Entry>(
    of datagram: Span<UInt8>, _ read: (Span<UInt8>) throws(WireError) -> Entry,
    _ take: (Entry) -> Void
  ) throws(WireError) {
    var messages = MessageReader(datagram)
    while let message = try messages.next() {
      guard message.sequence == sequence else { continue }
      guard try message.verdict() == nil else { return }
      take(try read(message.payload))
    }
  }
}
