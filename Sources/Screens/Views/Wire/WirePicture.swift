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
    isMasqueraded = topology.firewall.tables.lazy.filter { !$0.isDormant }.flatMap(\.chains)
      .flatMap(\.rules).contains {
        $0.namespace == pod.id && $0.action == .masquerade
      }
  }

  /// After some steps; those that do not show in it change nothing.
  func after(_ steps: [Step]) -> WirePicture {
    steps.reduce(into: self) { $0.add($1) }
  }

  private mutating func add(_ step: Step) {
    if case .createBridge(let spec) = step { bridge = spec.name }
    if case .createVeth(let spec) = step { (host, inside) = (spec.host, spec.pod.name) }
    if case .setMaster = step { isPlugged = true }
    if case .configure(let spec) = step {
      isUp = true
      address = spec.addresses.first.map { "\($0)" } ?? ""
    }
    if case .addGateways(let spec) = step {
      gateway = spec.addresses.first.map { "\($0.address)" } ?? ""
    }
    if case .masquerade = step { isMasqueraded = true }
    if case .deleteVeth = step { (host, inside) = ("", "") }
    if case .removeMasquerade = step { isMasqueraded = false }
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
    if case .createBridge(let spec) = step { return link(spec.name)?.kind == "bridge" }
    guard case .addGateways(let spec) = step else { return false }
    let own = link(spec.interface)?.addresses.map(\.prefix) ?? []
    return spec.addresses.allSatisfy(own.contains)
  }
}
