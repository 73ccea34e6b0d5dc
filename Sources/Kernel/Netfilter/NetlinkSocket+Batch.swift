public import Netlink
import SystemPackage

extension NetlinkSocket {
  /// Sends changes that are made all or not at all, and waits for the kernel's word on each.
  public mutating func perform(_ batch: NftBatch) throws(KernelError) {
    guard !batch.isEmpty else { return }
    let frame = try send(batch)
    let last = frame + UInt32(batch.requests.count)
    var waiting = batch.requests.count
    var refusal: KernelError.Cause?
    while waiting > 0 {
      try receive(for: batch.purpose) { sequence, verdict in
        guard frame...last ~= sequence else { return }  // of an exchange given up on
        if case .refused(let code, let reason) = verdict, refusal == nil {
          refusal = .refused(Errno(rawValue: code), reason: reason)
        }
        waiting = sequence == frame ? 0 : waiting - 1  // a word on the frame is one on the whole
      }
    }
    if let refusal { throw KernelError(batch.purpose, refusal) }
  }
}
