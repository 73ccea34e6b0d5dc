import Addressing
import CNI
import LabKit
import SystemPackage
import TestKit
import Testing

/// What would be done is said before, and may be done step by step.
extension RuntimeTests {
  @Test func plansWithoutATrace() throws {
    let output = try run(
      """
      run add single a --plan
      ls \(lab.data); ip -br link
      """)
    #expect(output.contains("# 1. reserve 10.22.0.2: No other container"))
    #expect(output.contains("ip link add name cni0 type bridge"))
    #expect(!output.contains("UP ") && output.hasSuffix("<LOOPBACK,UP,LOWER_UP> \n"))
  }

  @Test func aPlanIsAScriptThatDoesTheSame() throws {
    let output = try run(
      """
      shape() {
        ip -br -4 address | awk '{ print $1, $3 }'
        bridge -o link | cut -d' ' -f2- | sed 's/@.*master/master/'
        inside a ip -4 route; inside a ip -br -4 address | sed 's/@[^ ]*//'; nft list ruleset
        head \(lab.data)/single/* /proc/sys/net/ipv4/ip_forward
      }
      run add single a > /dev/null
      shape > made; run del single a --plan > delete
      run del single a
      shape > deleted
      run add single a --plan > add
      ip link del cni0; nft flush ruleset; rm -r \(lab.data)/single
      echo 0 > /proc/sys/net/ipv4/ip_forward
      sed -i 's/10.22.0.3/10.22.0.2/' add
      bash -euo pipefail add > /dev/null; shape | diff made - && echo same
      bash -euo pipefail delete; shape | diff deleted - && echo gone
      """)
    #expect(output.hasSuffix("same\ngone\n"))
  }

  @Test func saysWhatItChanged() throws {
    let output = try run(
      """
      run add chain a 2>&1 > /dev/null; echo ---
      ip netns add b; run add chain b 2>&1 > /dev/null; echo ---
      run del chain a 2>&1
      """)
    let parts = output.split(separator: "---\n")
    #expect(parts[0].contains("done: reserve 10.22.0.2\ndone: make the bridge cni0\n"))
    #expect(parts[0].hasSuffix("done: ADD of portmap\ndone: ADD of tuning\n"))
    #expect(!parts[1].contains("bridge cni0\n") && !parts[1].contains("gateway"))
    #expect(parts[2].contains("done: DEL of tuning\ndone: DEL of portmap\ndone: end the masq"))
  }

  @Test func goesStepByStepAndBackWhenStopped() throws {
    let output = try run(
      """
      ! printf '\n\n\nq\n' | run add single a --step 2>&1
      ip -br link; ls \(lab.data)/single
      printf '\\n%.0s' {1..20} | run add single a --step 2>&1 | grep -c 'Enter does it'
      """)
    #expect(output.contains("make the pair ") && output.contains("Error: stopped"))
    #expect(output.contains("LOWER_UP> \nlast_reserved_ip.0\nlock\n"))
    #expect(output.hasSuffix("\n9\n"))
  }

  @Test func nobodyWaitsForWhoThinksAboutAStep() throws {
    let output = try run(
      """
      mkfifo keys; pod b
      run add single a --step < keys > /dev/null 2> asked & slow=$!
      exec 3> keys
      until grep -q 'Enter does it' asked; do sleep 0.01; done
      run add single b > /dev/null 2>&1
      echo >&3; exec 3>&-
      ! wait $slow
      cat asked; ip -n a -br link
      """)
    #expect(output.contains("10.22.0.2 was taken meanwhile") && !output.contains("eth0@"))
    #expect(try lab.leases("single") == ["10.22.0.2"])
  }

  @Test func givesAPlanAsData() throws {
    let output = try run("run del chain a --plan -o json; run add chain a --plan -o json")
    #expect(output.contains(#""title": "tuning DEL""#))
    #expect(output.contains(#""reason": "Rules stay until they are removed"#))
    #expect(output.contains(#""mkdir -p \#(lab.data)/chain""#))
    #expect(output.contains(#""request": "RTM_NEWLINK bridge""#))
    #expect(output.contains(#""ip -d link show dev cni0""#))
    #expect(output.contains(#""ip link delete dev cni0""#))
  }
}
