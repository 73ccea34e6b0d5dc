import Addressing
import TUI
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct AddressPaneTests {
  private let size = Size(rows: 24, columns: 80)

  @Test func tabLeadsThroughEachRangeAndBack() {
    var app = App(dualStack(leases: 2))
    for key: Key in ["4", .tab] { _ = app.press(key, size: size) }
    #expect(app.markGrid?.count == 256)
    _ = app.press(.tab, size: size)
    #expect(app.markGrid == nil)
    #expect(app.allocations.map(\.address.family) == [.v6])
    #expect(app.frame(size).text.contains("fd00:22::7"))
    _ = app.press(.tab, size: size)
    #expect(!app.grid.isActive)
    #expect(app.markGrid?.count == 256)
  }

  @Test func saysWhenANetworkThatGrowsIsFull() {
    let start = Timestamp(seconds: 1_000_000)
    var app = App(dualStack(leases: 2))
    _ = app.press("4", size: size)
    app.see(topology: dualStack(leases: 2), at: start)
    app.see(topology: dualStack(leases: 12), at: start + 600)
    #expect(app.frame(Size(rows: 36, columns: 120)).text.contains("full in about 4 h"))
    app.see(topology: dualStack(leases: 2), at: start + 660)
    #expect(!app.frame(Size(rows: 36, columns: 120)).text.contains("full"))
  }

  private func dualStack(leases: Int) -> Topology {
    let used = (2..<UInt8(2 + leases)).map { number in
      Allocation(address: .v4(0x0a17_0000 + UInt32(number)), state: .used)
    }
    return Topology.small.changing { topology in
      topology.networks = [
        Network(
          directory: "/var/lib/cni/networks/dual", name: "dual",
          rangeSets: [[range("10.23.0.0/24")], [range("fd00:22::/120")]],
          allocations: used + [Allocation(address: ip("fd00:22::7"), state: .used)])
      ]
    }
  }

  private func range(_ subnet: String) -> Network.Range {
    let subnet = prefix(subnet)
    return Network.Range(subnet: subnet, addresses: subnet.addresses)
  }
}
