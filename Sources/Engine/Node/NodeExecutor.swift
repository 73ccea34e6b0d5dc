public import CNI
import Kernel
import Netlink
import SystemPackage

/// Does to the node that it runs on what steps say.
public struct NodeExecutor: ~Copyable, Executor {
  var route: NetlinkSocket
  /// Open from its first use to the end of all: to close it waits until the kernel is rid of removed
  /// rules, which goes on while the rest is done.
  private var firewall: NetlinkSocket?
  /// Held from the choice of an address until it is reserved.
  var leases: LeaseStore?
  /// The container's namespace, open from its first use to the end of all.
  var pod: NetworkNamespace?
  let mayBeHost: Bool

  /// `leases` is what the reserved addresses were chosen from, still locked. `mayBeHost` lets the
  /// container's namespace be the one that this runs in (`CNI_NETNS_OVERRIDE`).
  public init(
    leases: consuming LeaseStore? = nil, mayBeHost: Bool = false
  ) throws(StepFailure) {
    do throws(KernelError) {
      route = try NetlinkSocket(.route)
    } catch {
      throw StepFailure.kernel(error.description)
    }
    self.leases = leases
    self.mayBeHost = mayBeHost
  }

  mutating func askFirewall<Value>(
    _ body: (inout NetlinkSocket) throws -> Value
  ) throws -> Value {
    var socket = try firewall.take() ?? NetlinkSocket(.netfilter)
    let value = try body(&socket)
    firewall = consume socket
    return value
  }

  public mutating func perform(
    _ step: Step, _ journal: inout [Undo]
  ) throws(StepFailure) -> StepReport.Outcome {
    do {
      return try step.kind.perform(on: &self, &journal)
    } catch {
      throw StepFailure(error)
    }
  }

  public mutating func undo(_ undo: Undo) throws(StepFailure) {
    do {
      switch undo {
      case .release(let reservation): _ = try release(reservation)
      case .deleteLink(let name): try deleteLink(name)
      case .deleteBridge(let sharing): if try isAlone(sharing) { try deleteLink(sharing.bridge) }
      case .takeDown(let name): try change(name, LinkChange(isUp: false))
      case .endPromiscuity(let name): try change(name, LinkChange(isPromiscuous: false))
      case .deleteGatewayVeth(let end): if try isAlone(end.sharing) { try deleteLink(end.name) }
      case .deleteAddress(let prefix, let name, let sharing):
        if try isAlone(sharing) { try deleteAddress(prefix, from: name) }
      case .restoreAddress(let prefix, let name): _ = try addAddress(prefix, to: name)
      case .restoreSetting(let name, let value, let sharing):
        try restore(name, value, sharing)
      case .restorePodSetting(let name, let value, let end):
        try visit(end) { () throws(KernelError) in _ = try Sysctl(name).set(value) }
      case .removeMasquerade(let tag, _): _ = try removeMasquerade(tag)
      case .removeMACSpoofCheck(let tag): _ = try removeMACSpoofCheck(tag)
      }
    } catch {
      throw StepFailure(error)
    }
  }
}
