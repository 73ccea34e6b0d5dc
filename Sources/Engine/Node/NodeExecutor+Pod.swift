import Addressing
import Kernel
import Netlink
import SystemPackage

extension NodeExecutor {
  /// - Throws: ``StepFailure/namespace(_:)`` where there is no network namespace at the path.
  func open(_ end: PodEnd) throws -> NetworkNamespace {
    do throws(KernelError) {
      return try NetworkNamespace(path: end.namespacePath, name: end.namespacePath)
    } catch {
      throw StepFailure.namespace(error.description)
    }
  }

  /// Runs `body` in the container's namespace.
  func visit<Value: Sendable>(
    _ end: PodEnd, _ body: @escaping @Sendable () throws(KernelError) -> Value
  ) throws -> Value {
    try open(end).visit(body)
  }

  func configure(_ spec: EndSpec, _ journal: inout [Undo]) throws {
    let settings = spec.settings
    let old = try visit(spec.pod) { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      let index = try socket.index(of: spec.pod.name)
      var old: [(name: String, value: String)] = []
      for setting in settings {
        guard let before = try setting.apply(), setting.isShared else { continue }
        old.append((setting.sysctl.name, before))
      }
      if !spec.addresses.isEmpty { try socket.perform(.announce(spec.pod.name, index: index)) }
      for prefix in spec.addresses {
        try socket.perform(.addAddress(prefix, to: spec.pod.name, index: index))
      }
      try socket.perform(.change(spec.pod.name, index: index, LinkChange(isUp: true)))
      if spec.hasIPv6 { try socket.awaitIPv6(on: index) }
      return old
    }
    journal += old.map { .restorePodSetting($0.name, value: $0.value, spec.pod) }
  }

  func addRoutes(_ routes: [NewRoute], _ end: PodEnd) throws {
    try visit(end) { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      let index = try socket.index(of: end.name)
      for route in routes { try socket.perform(.addRoute(route, by: end.name, index: index)) }
    }
  }

  /// Waits, in the kernel, until the last packet has left.
  func deletePair(_ end: PodEnd) throws -> StepReport.Outcome {
    let namespace: NetworkNamespace
    do throws(KernelError) {
      namespace = try NetworkNamespace(path: end.namespacePath, name: end.namespacePath)
    } catch {
      return .alreadySo  // no namespace, no interface
    }
    return try namespace.visit { () throws(KernelError) in
      var socket = try NetlinkSocket(.route)
      do throws(KernelError) {
        try socket.perform(.deleteLink(end.name))
        return .changed
      } catch  where error.saysThereIsNoDevice {
        return .alreadySo
      }
    }
  }
}

extension EndSpec {
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
  mutating func index(of name: String) throws(KernelError) -> UInt32 {
    guard let link = try list(.link(named: name)).first else {
      throw KernelError("look at \(name)", .refused(.noSuchFileOrDirectory))
    }
    return link.index
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
