public import Netlink
import SystemPackage

extension NetlinkSocket {
  /// Sends changes that are made all or not at all, and waits for the kernel's word on them.
  ///
  /// The word on the last change comes after those on all that were refused.
  public mutating func perform(_ batch: NftBatch) throws(KernelError) {
    guard !batch.isEmpty else { return }
    makeRoom(for: batch)
    let frame = try send(batch)
    let last = frame + UInt32(batch.requests.count)
    var refusal: KernelError.Cause?
    var isDone = false
    while !isDone {
      try receiveMore(for: batch.purpose) { sequence, verdict in
        guard frame...last ~= sequence else { return }  // of an exchange given up on
        if case .refused(let code, let reason) = verdict, refusal == nil {
          refusal = .refused(Errno(rawValue: code), reason: reason)
        }
        // A word on the frame is one on the whole.
        isDone = isDone || sequence == last || sequence == frame
      }
    }
    if let refusal { throw KernelError(batch.purpose, refusal) }
  }

  /// Words that did not fit into the buffer are lost, and the kernel says so once: those that did are
  /// still there.
  private mutating func receiveMore(
    for purpose: String, _ body: (UInt32, Verdict) -> Void
  ) throws(KernelError) {
    do throws(KernelError) {
      try receive(for: purpose, body)
    } catch {
      guard case .refused(.noBufferSpace, _) = error.cause else { throw error }
    }
  }

  /// Enough to send the batch at once, and to hold a refusal of each of its changes.
  private func makeRoom(for batch: NftBatch) {
    guard batch.requests.count > usualChanges else { return }
    let size = batch.requests.reduce(0) { $0 + $1.payload.count + 64 }
    descriptor.setSendBuffer(bytes: Int32(clamping: 2 * size))
    descriptor.setReceiveBuffer(bytes: Int32(clamping: batch.requests.count * roomForRefusal))
  }
}

/// So many fit into the buffers that a socket has by itself.
private let usualChanges = 100

/// What a refusal takes of a buffer, in bytes: a small message, counted with all that the kernel keeps
/// with it.
private let roomForRefusal = 2048
