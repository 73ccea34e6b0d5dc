import Addressing
import FirewallKit
import Inspection
import Kernel
import LabKit
import Rules
import Testing

/// Where the kernel says that packets go.
@Suite(.needs(.root), .needs(.firewall)) struct KernelRoutesTests {
  private let here: IPAddress = .v4(0x0a01_0001)

  @Test func asksTheKernel() throws {
    let here = here
    try FirewallLab.run { lab throws(KernelError) in
      lab.shell(
        """
        sysctl -qw net.ipv4.ip_forward=1; ip link set lo up
        ip link add v0 type veth peer name v1 && ip addr add 10.1.0.1/24 dev v0
        ip link set v0 up; ip link set v1 up; ip route add blackhole 10.9.0.0/16
        """)
      let routes = try KernelRoutes()
      let interface = routes.interface(named: "v0")
      #expect(interface?.kind == "veth" && routes.interface(named: "nope") == nil)
      func route(to destination: UInt32) -> PacketRoute {
        var packet = Packet(.v4)
        (packet.source, packet.destination) = (.v4(0x0a01_0002), .v4(destination))
        packet.inInterface = interface
        return routes.route(of: packet)
      }
      #expect(route(to: 0x0a01_0001) == .local)
      #expect(route(to: 0x0a01_0007) == interface.map { .out($0) })
      for destination in [0x0a09_0001, 0x0808_0808] as [UInt32] {
        guard case .none = route(to: destination) else {
          Issue.record("\(route(to: destination))")
          continue
        }
      }
      #expect(routes.type(of: here, on: nil) == 2)
      #expect(routes.type(of: .v4(0x0a01_0007), on: nil) == 1)
      if let interface {
        #expect(routes.address(of: interface, .v4, to: nil) == here)
        #expect(routes.address(of: interface, .v4, to: .v4(0x0a01_0007)) == here)
      }
    }
  }
}
