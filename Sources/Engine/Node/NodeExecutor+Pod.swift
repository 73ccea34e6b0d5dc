import Addressing
import Kernel
import Netlink
import SystemPackage

extension NodeExecutor {
  mutating func configure(_ spec: PodEndSpec, _ journal: inout [Undo]) throws {
    let (shared, failure) = try visit(spec.pod) { () throws(KernelError) in spec.apply() }
    journal += shared.map { .restorePodSetting($0.name, value: $0.value, spec.pod) }
    if let failure { throw failure.happening(in: spec.pod.namespacePath) }
  }

  mutating func addRoutes(_ routes: [NewRoute], _ end: PodEnd) throws {
    try visit(end) { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      let index = try socket.index(of: end.name)
      for route in routes { try socket.add(route, by: end.name, index: index) }
    }
  }
}

extension PodEndSpec {
  /// Does all of it in the calling thread's namespace, or as much as can be done: what outlives the
  /// interface and was changed, as it was before, and what went wrong.
  fileprivate func apply() -> (shared: [(name: String, value: String)], failure: KernelError?) {
    var shared: [(name: String, value: String)] = []
    do throws(KernelError) {
      var socket = try NetlinkSocket(.route)
      let index = try socket.index(of: pod.name)
      for setting in settings {
        guard let before = try setting.apply(), setting.isShared else { continue }
        shared.append((setting.sysctl.name, before))
      }
      if !addresses.isEmpty { try socket.perform(.announce(pod.name, index: index)) }
      for prefix in addresses {
        try socket.perform(.addAddress(prefix, to: pod.name, index: index))
      }
      try socket.perform(.change(pod.name, index: index, LinkChange(isUp: true)))
      if hasIPv6 { try socket.awaitIPv6(on: index) }
      return (shared, nil)
    } catch {
      return (shared, error)
    }
  }
}

extension PodEndSpec {
  fileprivate var settings: [Setting] {
    guard hasIPv6 else { return [] }
    let name = pod.name
    var settings = [
      Setting(Sysctl("ipv6", of: name, "accept_dad"), detectsDuplicates ? "1" : "0", .optional)
    ]
    if detectsDuplicates {
      settings.append(Setting(Sysctl("ipv6", of: name, "enhanced_dad"), "1", .optional))
    }
    return settings + [
      Setting(Sysctl("ipv6", of: "lo", "disable_ipv6"), "0", .shared),
      Setting(Sysctl("ipv6", of: name, "disable_ipv6"), "0", .needed),
      Setting(Sysctl("ipv6", of: name, "keep_addr_on_down"), "1", .needed),
      Setting(Sysctl("ipv6", of: name, "ndisc_notify"), "1", .optional),
    ]
  }
}

/// A sysctl and what it is to be.
private struct Setting: Sendable {
  let sysctl: Sysctl
  private let value: String
  private let weight: Weight

  enum Weight: Sendable {
    /// Not every kernel has it.
    case optional
    case needed
    /// It is not the interface's own, and outlives it.
    case shared
  }

  init(_ sysctl: Sysctl, _ value: String, _ weight: Weight) {
    self.sysctl = sysctl
    self.value = value
    self.weight = weight
  }

  var isShared: Bool { weight == .shared }

  /// What it was; `nil` where nothing was changed.
  func apply() throws(KernelError) -> String? {
    do throws(KernelError) {
      return try sysctl.set(value)
    } catch  where weight == .optional {
      return nil
    }
  }
}

extension NetlinkSocket {
  /// A route that is there already, by the same interface and gateway, is no failure; one by another is
  /// left beside it.
  fileprivate mutating func add(
    _ route: NewRoute, by name: String, index: UInt32
  ) throws(KernelError) {
    do throws(KernelError) {
      try perform(.addRoute(route, by: name, index: index))
    } catch  where error.saysItExists {}
  }

  /// Waits until the addresses were asked for and nobody else has them.
  fileprivate mutating func awaitIPv6(on index: UInt32) throws(KernelError) {
    let purpose = "use an IPv6 address"
    for pause in Pauses(longest: .seconds(5)) {
      let addresses = try list(.addresses(of: index)).compactMap { $0 }
        .filter { $0.index == index && $0.prefix.address.family == .v6 }
      if let failed = addresses.first(where: { $0.flags & 0x08 != 0 }) {  // IFA_F_DADFAILED
        throw KernelError("\(purpose): \(failed.prefix.address)", .refused(.addressInUse))
      }
      guard addresses.contains(where: { $0.flags & 0x40 != 0 }) else { return }  // IFA_F_TENTATIVE
      _ = wait(for: [], timeout: pause)
    }
    throw KernelError(purpose, .refused(.timedOut))
  }
}
