import CNI
import Kernel
import Netlink

extension NodeExecutor {
  /// Deletes the container's end, or, where nothing leads to that, the host's: the other goes too.
  /// The kernel waits until the last packet has left.
  mutating func deleteVeth(_ pair: VethRemoval) throws -> StepReport.Outcome {
    if let end = pair.pod, try deleteLink(of: end) { return .changed }
    guard let host = try hostEnd(of: pair) else { return .alreadySo }
    try deleteLink(host)
    return .changed
  }

  /// Whether both ends are gone, with the namespace or without.
  mutating func checkGone(_ pair: VethRemoval) throws {
    if let end = pair.pod,
      try visitIfThere(end, { () throws(KernelError) in try PodFacts(end) }) != nil
    {
      throw StepFailure.mismatch("\(end.name) is still in \(end.namespacePath)")
    }
    if let host = try hostEnd(of: pair) {
      throw StepFailure.mismatch("\(host), the other end of \(pair.name), is still there")
    }
  }

  /// The host's end that was made for the attachment, wherever its other end is now.
  ///
  /// - Throws: where something has the name, and nobody can tell what it is tied to.
  mutating func hostEnd(of pair: VethRemoval) throws -> String? {
    for attempt in 0..<100 {
      let name = pair.tag.hostInterface(attempt: attempt)
      guard let link = try link(name) else { return nil }
      guard link.kind == "veth", link.iflink?.nsid != nil else { continue }
      if try livingEnd(of: link)?.name == pair.name { return name }
    }
    return nil
  }

  /// `nil` where its namespace is on the way out, and the link with it: the kernel says `EINVAL` then.
  private mutating func livingEnd(of link: Link) throws -> Link? {
    do {
      return try otherEnd(of: link)
    } catch let error as KernelError {
      guard error.saysTheNSIDIsLost else { throw error }
      return nil
    }
  }

  /// Whether it was there.
  private mutating func deleteLink(of end: PodEnd) throws -> Bool {
    let isDeleted = try visitIfThere(end) { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      do throws(KernelError) {
        try socket.perform(.deleteLink(end.name))
        return true
      } catch  where error.saysThereIsNoDevice {
        return false
      }
    }
    return isDeleted ?? false
  }
}
