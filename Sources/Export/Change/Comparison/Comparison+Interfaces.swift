import Addressing
import Topology

extension Comparison {
  mutating func compareInterfaces(_ before: Namespace, _ after: Namespace) {
    guard before.interfaces != after.interfaces else { return }
    for interface in before.interfaces where after[interface.id.index] == nil {
      if !isCable(interface, of: gone) {
        report(.link(.removed(facts(interface, in: old))), in: owner(of: interface, in: old))
      }
    }
    for interface in after.interfaces {
      if let earlier = before[interface.id.index] {
        if earlier != interface { compare(earlier, interface, in: after) }
      } else if !isCable(interface, of: arrived) {
        report(
          .link(.added(facts(interface, in: new))), in: owner(of: interface, in: new),
          count: 1 + interface.addresses.count)
      }
    }
  }

  /// Whether it is the near end of a cable of one of `namespaces`.
  private func isCable(_ interface: Interface, of namespaces: Set<NamespaceID>) -> Bool {
    guard case .end(let other) = interface.peer else { return false }
    return other.namespace != interface.id.namespace && namespaces.contains(other.namespace)
  }

  /// The namespace at the other end of a host's cable, else the interface's own.
  private func owner(of interface: Interface, in topology: Topology) -> Namespace? {
    if case .end(let other) = interface.peer, let end = topology[other.namespace], !end.isHost {
      return end
    }
    return topology[interface.id.namespace]
  }

  private func facts(_ interface: Interface, in topology: Topology) -> LinkFacts {
    LinkFacts(
      interface, master: interface.master.map { InterfaceReference($0, in: topology) },
      peer: peer(of: interface))
  }

  /// What is gone is called what it was called last.
  private func peer(of interface: Interface) -> InterfaceReference? {
    switch interface.peer {
    case .none, .unresolved: nil
    case .end(let id), .lower(let id):
      InterfaceReference(
        id, name: new.name(of: id) ?? old.name(of: id),
        namespace: (new[id.namespace] ?? old[id.namespace])?.label.text)
    }
  }

  private mutating func compare(_ before: Interface, _ after: Interface, in place: Namespace) {
    let (then, now) = (facts(before, in: old), facts(after, in: new))
    let count = now.texts(since: then).count
    if count > 0 {
      report(.link(.changed(from: then, to: now)), in: owner(of: after, in: new), count: count)
    }
    if before.addresses != after.addresses { compareAddresses(before, after, in: place) }
  }

  private mutating func compareAddresses(
    _ before: Interface, _ after: Interface, in place: Namespace
  ) {
    let link = InterfaceReference(after.id, in: new)
    let then = before.addresses.map(\.settled).keyed(by: \.prefix)
    let now = after.addresses.map(\.settled).keyed(by: \.prefix)
    for address in before.addresses where now[address.prefix] == nil {
      report(.address(.removed(address), on: link), in: place)
    }
    for address in after.addresses {
      guard let earlier = then[address.prefix] else {
        report(.address(.added(address), on: link), in: place)
        continue
      }
      if earlier != address.settled {
        report(.address(.changed(from: earlier, to: address.settled), on: link), in: place)
      }
    }
  }
}

extension Interface.Address {
  /// Without how far the check for duplicates has come: every IPv6 address goes through that.
  fileprivate var settled: Interface.Address {
    var address = self
    address.flags.removeAll { $0 == "tentative" }
    return address
  }
}
