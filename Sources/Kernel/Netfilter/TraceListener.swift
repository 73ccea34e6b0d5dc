public import Netlink

/// Hears what happens to packets that a rule has traced (`meta nftrace set 1`) in this namespace.
public typealias TraceListener = EventListener<NftTrace>

extension EventListener where Event == NftTrace {
  public init() throws(KernelError) {
    try self.init(.netfilter, groups: [NftTrace.group]) {
      (message) throws(WireError) in try NftTrace(message)
    }
  }
}
