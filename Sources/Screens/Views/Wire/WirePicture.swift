import CNI
import Addressing
import TUI
import Engine
import Topology

/// The wiring of one container as a line of characters, as far as a plan is done.
struct WirePicture: Sendable {
  private var bridge = ""
  private var gateway = ""
  private var host = ""
  private var inside = ""
  private var address = ""
  private var isPlugged = false
  private var isUp = false
  private var isMasqueraded = false

  /// Before anything is there.
  init() {}

  /// As an attachment is wired now.
  init(of order: Runtime.Order, in topology: Topology) {
    let pod = topology.otherNamespaces.first { $0.paths.contains(order.namespacePath ?? "") }
    guard let pod, let end = pod.interfaces.first(where: { $0.name == order.key.interfaceName })
    else { return }
    let port = topology.otherEnd(of: end)
    let master = port?.master.flatMap { topology[$0] }
    bridge = master?.name ?? ""
    gateway = master?.addresses.first.map { "\($0.prefix.address)" } ?? ""
    (host, inside) = (port?.name ?? "", end.name)
    address = end.addresses.first.map { "\($0.prefix)" } ?? ""
    (isPlugged, isUp) = (master != nil, end.isUp)
    isMasqueraded = topology.firewall.tables.lazy.flatMap(\.chains).flatMap(\.rules).contains {
      $0.namespace == pod.id && $0.action == .masquerade
    }
  }

  /// After some steps.
  func after(_ steps: [Step]) -> WirePicture {
    steps.reduce(into: self) { $0.add($1) }
  }

  private mutating func add(_ step: Step) {
    switch step {
    case .createBridge(let spec): bridge = spec.name
    case .createVeth(let spec): (host, inside) = (spec.host, spec.pod.name)
    case .setMaster: isPlugged = true
    case .configure(let spec):
      isUp = true
      address = spec.addresses.first.map { "\($0)" } ?? ""
    case .addGateways(let spec): gateway = spec.addresses.first.map { "\($0.address)" } ?? ""
    case .masquerade: isMasqueraded = true
    case .deleteVeth: (host, inside) = ("", "")
    case .removeMasquerade: isMasqueraded = false
    case .reserve, .addMACSpoofCheck, .addRoutes, .createGatewayVeth, .forward, .waitForCarrier,
      .removeMACSpoofCheck, .release:
      return
    }
  }

  /// `cni0 10.22.0.1 ──── veth1c2d ⇄ eth0 ● 10.22.0.5/16`
  var text: String {
    if bridge.isEmpty, host.isEmpty { return "nothing" }
    let out = isMasqueraded ? "outside \(Glyph.toLeft) masquerade \(Glyph.toLeft) " : ""
    let left = out + [bridge, gateway].filter { !$0.isEmpty }.joined(separator: " ")
    guard !host.isEmpty else { return left }
    let plug = String(repeating: isPlugged ? Glyph.horizontal : " ", count: 4)
    let state = isUp ? Glyph.on : Glyph.off
    return "\(left) \(plug) \(host) \(Glyph.peers) \(inside) \(state) \(address)"
  }
}

extension WireJob {
  /// What there is now of the wiring, and what there will be in the end.
  func pictures(in topology: Topology) -> (now: String, then: String)? {
    let steps = entries.compactMap { entry -> (step: Step, state: Entry.State)? in
      if case .step(let step) = entry.operation { (step, entry.state) } else { nil }
    }
    guard !steps.isEmpty else { return nil }
    let now = steps.filter { $0.state.isDone || topology.has($0.step) }
    return (before.after(now.map(\.step)).text, before.after(steps.map(\.step)).text)
  }
}

extension Topology {
  /// Whether what several containers share is there already.
  fileprivate func has(_ step: Step) -> Bool {
    func link(_ name: String) -> Interface? { host?.interfaces.first { $0.name == name } }
    switch step {
    case .createBridge(let spec): return link(spec.name)?.kind == "bridge"
    case .addGateways(let spec):
      let own = link(spec.interface)?.addresses.map(\.prefix) ?? []
      return spec.addresses.allSatisfy(own.contains)
    case .reserve, .createVeth, .setMaster, .addMACSpoofCheck, .configure, .addRoutes,
      .createGatewayVeth,
      .forward, .masquerade, .waitForCarrier, .deleteVeth, .removeMasquerade, .removeMACSpoofCheck,
      .release:
      return false
    }
  }
}
