import Addressing
import Dice
import Topology

extension Dice {
  mutating func network(directory: String) -> Network {
    let allocations = some(upTo: 6) { $0.allocation() }.sorted { $0.address < $1.address }
    return Network(
      directory: directory, name: text(), sources: some(upTo: 2) { $0.text() },
      bridge: maybe { $0.text() }, masquerades: flip(),
      rangeSets: some(upTo: 3) { $0.some(upTo: 2) { $0.range() } },
      lastReserved: Dictionary(some(of: [0, 1, 2, 9]).map { ($0, ip()) }) { first, _ in first },
      allocations: allocations, foreignFiles: some(upTo: 2) { $0.gap() })
  }

  private mutating func range() -> Network.Range {
    let (one, other) = (ip(), ip())
    let addresses =
      AddressRange(from: one, to: other) ?? AddressRange(from: other, to: one)
      ?? AddressRange(from: one, to: one)
    guard let addresses else { preconditionFailure("no range from \(one) to itself") }
    return Network.Range(subnet: prefix(), addresses: addresses, gateway: maybe { $0.ip() })
  }

  private mutating func allocation() -> Allocation {
    Allocation(
      address: ip(), state: any(Allocation.State.self),
      lease: maybe {
        Allocation.Lease(
          containerID: $0.text(), interface: $0.maybe { $0.text() }, since: $0.time())
      }, places: some(upTo: 2) { $0.interfaceID() }, namespace: maybe { $0.namespaceID() },
      holder: maybe { $0.text() }, evidence: text())
  }
}
