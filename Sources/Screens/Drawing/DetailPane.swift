import Addressing
import Export
import TUI
import Topology

extension App {
  /// Everything about what is selected, with names whole, and what to type to see it.
  func drawDetail(on frame: inout Frame, in area: Region) {
    let commands = commands
    let width = area.columns - 4
    let lines = commands.flatMap { $0.wrapped(to: width) }
    let (below, above) = area.bottom(min(lines.count + 2, area.rows / 2))
    let inside = Box(title).draw(on: &frame, in: lines.isEmpty ? area : above)
    Details(details).draw(on: &frame, in: inside.inset(left: 1, right: 1))
    guard !lines.isEmpty else { return }
    let box = Box("Equivalent", note: "Y copies").draw(on: &frame, in: below)
    for (row, line) in lines.enumerated() {
      frame.write(line, row: row, style: .accent, in: box.inset(left: 1))
    }
  }

  private var title: String {
    value ?? view.title
  }

  private var details: [Details.Entry] {
    let topology = shown.topology
    switch selected {
    case .namespace(let id): return topology[id].map { podDetails($0) } ?? []
    case .interface(let id): return topology[id].map { linkDetails($0) } ?? []
    case .network: return network.map { networkDetails($0) } ?? []
    case .rule(let id): return ruleDetails(id)
    case .missing(let address): return missingDetails(address)
    case .forwarding:
      return [
        .init("state", "✗ the node passes on no packet of its pods", .bad),
        .init("evidence", "net.ipv4.ip_forward = 0"),
        .init("cure", "sysctl -w net.ipv4.ip_forward=1"),
      ]
    case .chain(let id): return [.init("chain", id.name), .init("table", id.table.name)]
    case .owner(let owner): return [.init("owner", owner.rawValue), .init("↵", "folds, unfolds")]
    case .masquerade(let rule): return ruleDetails(rule)
    case .group(_, let word): return [.init("namespace", word), .init("↵", "folds, unfolds")]
    case .event: return event.map { eventDetails($0) } ?? []
    case .cni(let rowID): return cniDetails(rowID)
    case .wire, nil: return []
    }
  }

  private func podDetails(_ pod: Namespace) -> [Details.Entry] {
    let processes = pod.processes.prefix(4).map { "\($0.id) \($0.name)" }
    let head =
      [Details.Entry("netns", pod.paths.first ?? "\(pod.id)")]
      + (processes.isEmpty
        ? [] : [Details.Entry("processes", processes.joined(separator: ", "))])
    let error = pod.error.map { [Details.Entry("error", $0, .bad)] } ?? []
    let links = pod.interfaces.filter { !$0.isLoopback }.flatMap { link in
      [Details.Entry("cable", "\(link.name) ⇄ \(shown.topology.farEnd(of: link))")]
        + link.altNames.map { Details.Entry("altname", $0) }
        + link.addresses.map { Details.Entry("address", "\($0.prefix)", .good) }
    }
    let routes = pod.routes.filter { $0.isDefault && $0.gateway != nil }.compactMap { route in
      route.gateway.map { Details.Entry("gateway", "\($0)") }
    }
    let leases = shown.topology.networks.flatMap { network in
      network.allocations.filter { $0.namespace == pod.id }.map {
        Details.Entry("ipam", "\(network.name) \($0.address) \($0.state.rawValue)")
      }
    }
    return head + error + links + routes + leases + masquerades(of: pod)
      + pod.containers.map { Details.Entry("container", $0.id) }
  }

  /// The rules that hide its addresses, with what they have counted, and those that are missing.
  private func masquerades(of pod: Namespace) -> [Details.Entry] {
    let rules = shown.rules.masquerades.filter { $0.namespace == pod.id }
    let missing = shown.rules.missing.filter { $0.namespace == pod.id }
    return rules.map { rule in
      let counter = shown.traffic.rules[rule.id]?.counter ?? rule.counter
      let count = counter.map { "\(Quantity.count($0.packets)) pkts" } ?? "not counted"
      return .init("masq", "\(rule.match.source ?? "any")  \(count)", .good)
    } + missing.map { .init("masq", "✗ \($0.address): no rule for it", .bad) }
  }

  private func linkDetails(_ link: Interface) -> [Details.Entry] {
    let namespace = shown.topology[link.id.namespace]
    let neighbours = namespace?.neighbours.filter { $0.interface == link.id.index } ?? []
    let routes = namespace?.routes.filter { $0.interface == link.id.index && $0.table == 254 } ?? []
    let end = shown.topology.farEnd(of: link)
    let names =
      [Details.Entry("name", link.name)] + link.altNames.map { .init("altname", $0) }
      + (link.alias.map { [.init("alias", $0)] } ?? [])
    return names + [
      .init("in", namespace?.label.text ?? "–"), .init("kind", link.kindWords),
      .init("state", link.stateWord, link.isBroken ? .bad : .good),
    ]
      + (end.isEmpty ? [] : [.init("other end", end)])
      + [mtuDetail(link), .init("mac", link.mac.map { "\($0)" } ?? "–")]
      + (link.port.map { [Details.Entry("port", "\($0.number) \($0.words)")] } ?? [])
      + link.addresses.map { .init("address", "\($0.prefix) \($0.flags.joined(separator: " "))") }
      + routes.map { .init("route", "\($0.destination)" + ($0.gateway.map { " via \($0)" } ?? "")) }
      + neighbours.map { .init("neighbour", "\($0.address) \($0.state)") }
      + link.forwarding.map { .init("fdb", "\($0.mac)" + ($0.isLearned ? " learned" : "")) }
  }

  private func mtuDetail(_ link: Interface) -> Details.Entry {
    guard let limit = shown.topology.smallerLimit(beyond: link) else {
      return .init("mtu", "\(link.mtu)")
    }
    return .init("mtu", "\(link.mtu) ✗ the other end drops what is over \(limit)", .bad)
  }

  private func networkDetails(_ network: Network) -> [Details.Entry] {
    let ranges = network.ranges.map { Details.Entry("range", "\($0.addresses)") }
    let last = network.lastReserved.values.sorted().map { Details.Entry("last", "\($0)") }
    let next = network.rangeSets.indices.map { set in
      network.nextAddress(inSet: set).map { Details.Entry("next", "\($0)", .good) }
        ?? Details.Entry("next", "none: every address is taken", .bad)
    }
    let foreignFiles = network.foreignFiles.map { Details.Entry("foreign", "\($0)", .changed) }
    let head = ranges + last + next + foreignFiles
    guard let address = cellAddress else { return head }
    guard let allocation else {
      return head + [
        .init("address", "\(address)"), .init("state", network.wordWithoutAllocation(for: address)),
      ]
    }
    return head + [
      .init("address", "\(address)"),
      .init("state", allocation.state.rawValue, allocation.state == .used ? .good : .changed),
      .init("holder", allocation.holder ?? "–"),
      .init("since", allocation.lease.map { $0.since.timeOfDay(offset: clockOffset) } ?? "–"),
      .init("container", allocation.lease?.containerID ?? "–"),
      .init("evidence", allocation.evidence),
    ]
  }

  private func missingDetails(_ address: IPAddress) -> [Details.Entry] {
    guard let missing = shown.rules.missing.first(where: { $0.address == address })
    else { return [] }
    return [
      .init("address", "\(address)"),
      .init("pod", shown.topology[missing.namespace]?.label.text ?? "–"),
      .init("state", "✗ no rule masquerades it, and the config asks for one", .bad),
      .init("config", "ipMasq of network \(missing.network)"),
    ]
  }

  private func ruleDetails(_ id: RuleID) -> [Details.Entry] {
    let chain = shown.topology.firewall.tables.first { $0.id == id.chain.table }?.chains
      .first { $0.id == id.chain }
    guard let chain, let rule = chain.rules.first(where: { $0.id == id }) else { return [] }
    return [
      .init("rule", rule.text), .init("chain", chain.words), .init("owner", rule.owner.rawValue),
      .init("pod", rule.pod ?? "–"), .init("comment", rule.comment ?? "–"),
    ] + (rule.isLeaked ? [.init("state", "✗ leaked: its attachment is gone", .bad)] : [])
  }
}
