import Addressing
import TUI
import Topology

extension Topology {
  /// A row per pod.
  func podRows() -> [Row] {
    pods.map(row)
  }

  func row(of pod: Namespace) -> Row {
    let inside = pod.interfaces.first { !$0.isLoopback }
    let outside = inside.flatMap(otherEnd)
    let bridge = outside?.master.flatMap { self[$0] }
    let addresses = inside?.addresses.filter { $0.scope == .global }.map { "\($0.prefix.address)" }
    let isFault = pod.error != nil || inside == nil || (addresses ?? []).isEmpty
    let state = pod.error ?? (inside == nil ? "no interface" : inside?.stateWord ?? "")
    return Row(
      id: .namespace(pod.id),
      cells: [
        pod.label.text, addresses?.first ?? "–", inside?.name ?? "–", outside?.name ?? "–",
        bridge?.name ?? "–", "", "", "",
        pod.label.source.rawValue, state,
      ], style: isFault ? .bad : .plain, isFault: isFault, flow: .pod(inside?.id, outside?.id),
      namespace: pod.id, since: pod.since,
      facets: Row.Facets(
        namespace: pod.label.namespaceWord, pod: pod.label.text.lowercased(),
        address: (addresses ?? []).joined(separator: " "),
        bridge: (bridge?.name ?? "").lowercased(),
        interface: [inside, outside].compactMap { $0?.nameWords }.joined(separator: " ")))
  }
}

extension Namespace.Label {
  /// Kubernetes' namespace of a pod, or the whole name where it has none.
  var namespaceWord: String {
    text.split(separator: "/").first.map { $0.lowercased() } ?? ""
  }
}

extension Interface {
  /// `up`, or what keeps it from that.
  var stateWord: String {
    if !isUp { return "off" }
    return state == .unknown ? "up" : state.rawValue
  }

  /// All its names, for a filter.
  var nameWords: String { ([name] + altNames).joined(separator: " ").lowercased() }

  var isBroken: Bool { !isUp || state == .down || state == .lowerLayerDown }
}
