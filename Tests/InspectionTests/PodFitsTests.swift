import Addressing
import FirewallKit
import Kernel
import LabKit
import Netlink
import Rules
import Testing
import Topology

@testable import Inspection

@Suite(.needs(.root), .needs(.firewall)) struct PodFitsTests {
  @Test func saysWhichPodsARuleFits() throws {
    let texts = try FirewallLab.run { lab throws(KernelError) in
      lab.shell(
        """
        nft -f - <<'EOF'
        table ip nat {
          chain post { type nat hook postrouting priority 100;
            ip saddr 10.22.0.2 masquerade
            ip daddr 10.22.0.3 tcp dport 80 accept
            ip saddr 10.99.0.1 accept
            meta mark 1 ip saddr 10.22.0.0/24 accept
          }
        }
        EOF
        """)
      let chain = NftChain.ID(NftTable.ID(.ip, "nat"), "post")
      var reader = try RulesetReader()
      let rules = try PacketRules.read()
      let id = ChainID(
        table: TableID(backend: .nftables, family: "ip", name: "nat"), name: "post")
      return try reader.rules(of: chain).map { rule in
        PodFits(of: RuleID(chain: id, handle: rule.handle), pods: pods, rules: rules)?.text
      }
    }
    #expect(
      texts == [
        "fits packets from red · to red?, blue?", "fits packets from red?, blue? · to blue?",
        "fits packets to red?, blue?", "fits packets from red?, blue? · to red?, blue?",
      ])
  }
}

private let pods = [("red", 2), ("blue", 3)].map { name, host in
  var pod = Namespace(
    id: .file(device: 4, inode: UInt64(host)), label: .init(text: name, source: .netns))
  var interface = Interface(id: InterfaceID(namespace: pod.id, index: 2), name: "eth0")
  if let prefix = Prefix(.v4(0x0a16_0000 + UInt32(host)), length: 24) {
    interface.addresses = [Interface.Address(prefix: prefix)]
  }
  pod.interfaces = [interface]
  return pod
}
