import LabKit
import Testing

private let programs = Requirement.programs([
  "ip", "nft", "nsenter", "python3", "setpriv", "strace", "unshare",
])

/// An address is released only when no interface has it any more.
@Suite(.needs(.root), .needs(programs)) struct ReleaseTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  /// Without the right to enter a namespace, and with too few files to open one.
  @Test func aPodThatCannotBeLookedIntoKeepsItsAddress() throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      pod a; call ours ADD a > /dev/null
      export CNI_COMMAND=DEL CNI_CONTAINERID=container-a CNI_NETNS=/run/netns/a CNI_IFNAME=eth0 CNI_PATH=$ours
      ! setpriv --bounding-set=-sys_admin $ours/bridge < conf
      for files in $(seq 3 12); do
        (ulimit -n $files; $ours/bridge < conf > answer 2>&1) || failed=$files
        [ -e \(lab.data)/mynet/10.22.0.2 ] || ! ip -n a link show eth0 2> /dev/null || echo "lost at $files"
      done
      [ $failed -ge 3 ] && echo refused
      $ours/bridge < conf; ls \(lab.data)/mynet
      """)
    #expect(output.contains("Operation not permitted") && output.contains("\nrefused\n"))
    #expect(!output.contains("lost at") && output.hasSuffix("last_reserved_ip.1\nlock\n"))
  }

  /// Its file is gone, and a process keeps it: the interface is found by the host's end.
  @Test(arguments: ["/run/netns/a", ""]) func aNamespaceThatLivesOnLosesItsInterface(
    _ path: String
  ) throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      pod a; call ours ADD a > /dev/null
      ip netns exec a sleep 60 & holder=$!
      until grep -q sleep /proc/$holder/comm; do sleep 0.01; done
      ip netns del a
      CNI_NETNS=\(path) CNI_COMMAND=DEL CNI_CONTAINERID=container-a CNI_IFNAME=eth0 CNI_PATH=$ours \\
        $ours/bridge < conf
      nsenter -t $holder --net ip -br link; ls \(lab.data)/mynet; ip -br link show type veth
      kill $holder
      """)
    #expect(!output.contains("eth0") && !output.contains("10.22.0.2") && !output.contains("veth"))
  }

  /// A range that makes no sense any more has given out addresses before.
  @Test func aBrokenRangeTakesItsAddressesBack() throws {
    let output = try lab.run(
      PluginTests.config(ipam: #""subnet":"10.22.0.0/24""#),
      """
      pod a; call ours ADD a > /dev/null
      sed -i 's/"subnet"/"rangeStart":"10.22.0.255","subnet"/' conf
      pod b; ! call ours ADD b
      call ours DEL a
      """)
    #expect(output.contains("\\\"rangeStart\\\"") && !output.contains("rangeEnd"))
    #expect(try lab.leases() == [])
  }

  /// Whoever is first, the other comes after: in the end there is all of it or nothing.
  @Test func aDELBesideAnADDLeavesNothingHalf() throws {
    let rounds = Project.isSoak ? 1000 : 60
    let output = try lab.run(
      PluginTests.config(ipam: #""subnet":"10.22.0.0/24""#),
      """
      pod a
      for round in $(seq \(rounds)); do
        call ours ADD a > /dev/null & add=$!
        for spin in $(seq $((round * 37 % 60))); do :; done
        [ $((round % 3)) != 0 ] || sleep 0.00$((round % 10))
        call ours DEL a & del=$!
        wait $add $del
        link=$({ ip -n a -br link show eth0 2> /dev/null || true; } | wc -l)
        lease=$(ls \(lab.data)/mynet 2> /dev/null | grep -c ^10 || true)
        rule=$(nft list ruleset | grep -c 'masquerade comment' || true)
        echo $link$lease$rule
        call ours DEL a
      done | sort -u
      """, within: 500)
    #expect(Set(output.split(separator: "\n")).isSubset(of: ["000", "111"]), "\(output)")
  }

  /// As many leases as nobody lists any more: an ADD looks at names until one is free, and a DEL that
  /// knows its address at no other lease.
  @Test func aHundredThousandLeasesAreNotRead() throws {
    let output = try lab.run(
      PluginTests.config(ipam: #""subnet":"10.0.0.0/8","gateway":"10.0.0.1""#)
        .replacing(#""isGateway":true,"#, with: ""),
      """
      mkdir -p \(lab.data)/mynet
      python3 -c 'import os
      os.chdir("\(lab.data)/mynet")
      open("first", "w").write("other\\r\\neth0")
      for n in range(2, 110002):
        name = f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}"
        os.link("first", name) if n % 60000 else (os.unlink("first"), open("first", "w").write("other\\r\\neth0"), os.link("first", name))
      os.unlink("first")'
      pod a
      call ours ADD a > a.json; chained a.json > next
      grep -o '"address": "10.[^"]*' a.json
      CNI_COMMAND=DEL CNI_CONTAINERID=container-a CNI_NETNS=/run/netns/a CNI_IFNAME=eth0 CNI_PATH=$ours \\
        strace -f -o trace -e trace=openat $ours/bridge < next
      [ $(grep -c openat trace) -lt 100 ] && echo few
      ls \(lab.data)/mynet | grep -c ^10
      """)
    #expect(output == "\"address\": \"10.1.173.178/8\nfew\n110000\n")
  }

  @Test(arguments: ["mkfifo", "ln -s \(#"$PWD/target"#)", "mkdir"])
  func onlyAFileIsLocked(_ making: String) throws {
    let output = try lab.run(
      PluginTests.config(),
      """
      mkdir -p \(lab.data)/mynet; echo mine > target
      \(making) \(lab.data)/mynet/lock
      pod a; ! call ours ADD a
      cat target; ip -n a -br link
      """, within: 20)
    #expect(
      output.contains(#""code": 5"#) && output.contains("\nmine\n") && !output.contains("eth0"))
  }

  /// A failure halfway through a step gives back what the step had changed.
  @Test func aDuplicateAddressLeavesNoSettingBehind() throws {
    let output = try lab.run(
      PluginTests.config("1.0.0", #""enabledad":true,"#),
      """
      pod a; pod b
      call ours ADD b > /dev/null
      rm \(lab.data)/mynet/*
      inside a sysctl -q -w net.ipv6.conf.lo.disable_ipv6=1
      ! call ours ADD a
      inside a sysctl net.ipv6.conf.lo.disable_ipv6; ip -n a -br link; ls \(lab.data)/mynet
      """)
    #expect(output.contains("use an IPv6 address: fd22::2"))
    #expect(output.contains("lo.disable_ipv6 = 1") && !output.contains("eth0"))
    #expect(!output.contains("\nfd22::2\n"))
  }
}
