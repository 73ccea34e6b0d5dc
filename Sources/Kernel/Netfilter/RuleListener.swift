public import Netlink

/// Hears what changes in this namespace's nftables.
public typealias RuleListener = EventListener<NftEvent>

extension EventListener where Event == NftEvent {
  public init() throws(KernelError) {
    try self.init(.netfilter, groups: [NftEvent.group]) {
      (message) throws(WireError) in try NftEvent(message)
    }
  }
}
