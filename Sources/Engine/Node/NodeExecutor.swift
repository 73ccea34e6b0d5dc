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

  /// `leases` is what the reserved addresses were chosen from, still locked.
  public init(leases: consuming LeaseStore? = nil) throws(StepFailure) {
    do throws(KernelError) {
      route = try NetlinkSocket(.route)
    } catch {
      throw StepFailure.kernel(error.description)
    }
    self.leases = leases
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
  ) throws(StepFailure) {
    do {
      switch step {
      case .reserve(let claim): try reserve(claim, &journal)
      case .makeBridge(let spec): try makeBridge(spec, &journal)
      case .makePair(let spec): try makePair(spec, &journal)
      case .plug(let spec): try plug(spec)
      case .checkSource(let spec): try checkSource(spec, &journal)
      case .configure(let spec): try configure(spec, &journal)
      case .addRoutes(let routes, let end): try addRoutes(routes, end)
      case .addGateways(let spec): try addGateways(spec, &journal)
      case .forward(let family, let sharing): try forward(family, sharing, &journal)
      case .masquerade(let spec): try masquerade(spec, &journal)
      case .awaitPort(let host): try awaitPort(host)
      case .deletePair(let end): try deletePair(end)
      case .endMasquerade(let mark): try endMasquerade(mark)
      case .endSourceCheck(let mark): try endSourceCheck(mark)
      case .release(let claim): try release(claim)
      }
    } catch {
      throw StepFailure(error)
    }
  }

  public mutating func undo(_ undo: Undo) throws(StepFailure) {
    do {
      switch undo {
      case .release(let claim): try release(claim)
      case .deleteLink(let name): try deleteLink(name)
      case .deleteBridge(let sharing): if try isAlone(sharing) { try deleteLink(sharing.bridge) }
      case .takeDown(let name): try change(name, LinkChange(isUp: false))
      case .endPromiscuity(let name): try change(name, LinkChange(isPromiscuous: false))
      case .deleteAddress(let prefix, let sharing):
        if try isAlone(sharing) { try deleteAddress(prefix, from: sharing.bridge) }
      case .restoreAddress(let prefix, let name): try addAddress(prefix, to: name)
      case .restoreSetting(let name, let value, let sharing):
        if try isAlone(sharing) { try Sysctl(name).set(value) }
      case .restorePodSetting(let name, let value, let end):
        try visit(end) { () throws(KernelError) in _ = try Sysctl(name).set(value) }
      case .endMasquerade(let mark): try endMasquerade(mark)
      case .endSourceCheck(let mark): try endSourceCheck(mark)
      }
    } catch {
      throw StepFailure(error)
    }
  }
}
