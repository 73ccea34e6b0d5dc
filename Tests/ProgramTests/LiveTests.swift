import LabKit
import Testing

/// What was followed by events against a fresh reading of the same node.
@Suite(.needs(.node)) struct LiveTests {
  /// Runs a script on a private node with two pods that a probe follows. In it, `check WORD` has the
  /// probe compare, and `$probe` is its process.
  private func follow(_ script: String, on preparation: String = "") throws -> [String] {
    let before = """
      set -u
      \(preparation)
      coproc PROBE { exec '\(Project.watchProbe)'; }
      probe=$PROBE_PID; exec {from}<&${PROBE[0]} {to}>&${PROBE[1]}
      read -r line <&$from
      check() {
        echo >&$to
        while read -r line <&$from && [ "$line" != end ]; do echo "$1: $line"; done
      }
      check_effort() { echo effort >&$to; read -r line <&$from; echo "$line"; read -r line <&$from; }

      """
    let done = try Command(
      [Project.node, "-n", "2", "--idle", "bash", "-c", before + script], within: 60)
    return done.output.split(separator: "\n").map(String.init)
  }

  @Test
  func routesThatComeReplaceEachOtherAndVanish() throws {
    let said = try follow(
      """
      ip link add d0 type veth peer name d1; ip link set d1 up; ip link set d0 up
      ip addr add 10.99.0.1/24 dev d0; ip -6 addr add fd99::1/64 dev d0 nodad
      ip route add 10.98.0.0/16 via 10.99.0.2; ip -6 route add fd98::/64 via fd99::2
      check added
      ip route replace 10.98.0.0/16 via 10.99.0.3; ip -6 route replace fd98::/64 via fd99::3
      check replaced
      ip -6 route append fd98::/64 via fd99::4
      ip route add 10.97.0.0/16 nexthop via 10.99.0.2 nexthop via 10.99.0.3
      check hops
      ip -6 route del fd98::/64 via fd99::3; ip link set d0 down
      check down
      ip link set d0 up name d9; ip route add 10.98.0.0/16 via 10.99.0.2
      check renamed
      ip link del d9
      check deleted
      """)
    #expect(
      said == ["added", "replaced", "hops", "down", "renamed", "deleted"].map { $0 + ": equal" })
  }

  @Test(.needs(.programs(["/usr/lib/cni/bridge"])))
  func podsOfTheReferencePluginsComeAndGo() throws {
    let said = try follow(
      """
      config='{"cniVersion":"1.0.0","name":"peer","type":"bridge","bridge":"peer0","isGateway":true,
        "ipam":{"type":"host-local","subnet":"10.77.0.0/16"}}'
      cni() {
        echo "$config" | CNI_PATH=/usr/lib/cni CNI_IFNAME=eth0 CNI_CONTAINERID=$2 \\
          CNI_NETNS=/run/netns/$2 CNI_COMMAND=$1 /usr/lib/cni/bridge >/dev/null
      }
      for pod in p1 p2 p3; do ip netns add $pod; cni ADD $pod; done
      check added
      cni DEL p2; ip netns del p2
      check removed
      ip link del peer0
      check 'bridge gone'
      """)
    #expect(said == ["added: equal", "removed: equal", "bridge gone: equal"])
  }

  /// Neither a pod's namespace, nor a descriptor, nor memory: the second hundred of pods costs nothing.
  @Test func nothingIsHeldAfterChurn() throws {
    let said = try follow(
      """
      churn() {
        for pod in $(seq $1); do
          ip netns add c$pod
          ip link add vc$pod type veth peer name eth0 netns c$pod
          ip -n c$pod addr add 10.5.0.1/24 dev eth0
          ip link set vc$pod master cni0 up
          ip netns del c$pod
        done
      }
      open() { ls /proc/$probe/fd | wc -l; }
      kilobytes() { awk '/VmRSS/ { print $2 }' /proc/$probe/status; }
      churn 40
      check churned
      descriptors=$(open) memory=$(kilobytes)
      churn 40
      check 'churned again'
      find /proc/$probe/fd -lname 'net:*' | wc -l
      ip -br link show type veth | grep -c vc
      echo "descriptors $(($(open) - descriptors))"
      [ $(($(kilobytes) - memory)) -lt 4096 ] && echo 'memory flat'
      """)
    #expect(
      said == ["churned: equal", "churned again: equal", "0", "0", "descriptors 0", "memory flat"])
  }

  /// A probe that sleeps through more changes than its sockets hold.
  @Test func lostEventsAreMadeUpForAndSaid() throws {
    let said = try follow(
      """
      ip link add b0 type bridge
      nft add table ip flood; nft add chain ip flood c
      check before
      kill -STOP $probe
      for n in $(seq 9000); do echo "link set b0 mtu $((1000 + n % 400))"; done | ip -batch -
      ip netns add late; ip link add vlate type veth peer name eth0 netns late
      for n in $(seq 300); do
        echo "add rule ip flood c ip saddr 10.1.$((n / 256)).$((n % 256)) counter accept"
      done | nft -f -
      kill -CONT $probe
      check flooded
      """)
    #expect(said.first == "before: equal")
    #expect(
      said.contains("flooded: notice: read everything again: the kernel's events came too fast"))
    #expect(said.last == "flooded: equal")
  }

  /// One goes and another comes by the same number before the probe has heard of either.
  @Test func numbersThatAreUsedAgainMeanTheNewOne() throws {
    let said = try follow(
      """
      ip link add old index 7001 type bridge; ip addr add 10.61.0.1/24 dev old
      ip netns add first; ip netns set first 61; ip link add vfirst type veth peer name eth0 netns first
      check before
      kill -STOP $probe
      ip link del old; ip link add new index 7001 type veth peer name newer
      ip netns del first; while ip link show vfirst &>/dev/null; do :; done
      ip netns add second; ip netns set second 61
      ip link add vsecond type veth peer name eth1 netns second; ip -n second addr add 10.62.0.1/24 dev eth1
      kill -CONT $probe
      check after
      """)
    #expect(said == ["before: equal", "after: equal"])
  }

  /// Directories that come with files in them, and files that come into directories just made.
  @Test func leasesAndNamesComeWithTheirDirectories() throws {
    let said = try follow(
      """
      for net in $(seq 30); do
        mkdir -p /var/lib/cni/networks/n$net
        printf '%064d\\r\\neth0' $net > /var/lib/cni/networks/n$net/10.66.$net.2
      done
      check leases
      rm -r /var/lib/cni/networks/n1; mkdir /var/lib/cni/networks/n1
      printf '%064d\\r\\neth0' 1 > /var/lib/cni/networks/n1/10.66.1.3
      check 'made again'
      docker=/var/lib/docker/containers/$(printf '%064d' 7)
      mkdir -p $docker
      echo '{"ID":"c7","Name":"/late","State":{"Running":true},
        "NetworkSettings":{"SandboxKey":"'$(ls -d /run/netns/* | head -n 1)'"}}' > $docker/config.v2.json
      check named
      rm -r $docker
      check 'named no more'
      """,
      on: """
        mount -t tmpfs lib /mnt; mkdir /mnt/cni; mount --rbind /var/lib/cni /mnt/cni
        mount --rbind /mnt /var/lib
        """)
    #expect(said == ["leases", "made again", "named", "named no more"].map { $0 + ": equal" })
  }

  /// Cables, macvlans and moves between namespaces that the host hears, in any order, with the same
  /// indices again and again.
  @Test(arguments: [1, 2, 3])
  func crossedLinksAreAsAFreshReadingFindsThem(seed: Int) throws {
    let said = try follow(
      """
      RANDOM=\(seed)
      spaces=(a b c d)
      for s in ${spaces[@]}; do
        ip netns add $s; ip link add mgmt-$s type veth peer name mgmt netns $s
        ip -n $s link set mgmt up; ip link set mgmt-$s up
      done
      any() { echo ${spaces[RANDOM % 4]}; }
      act() {
        local n=$1 s=$(any) t=$(any) i=$((100 + RANDOM % 12)) j=$((100 + RANDOM % 12))
        local l=$(ip -n $s -o link | awk -F': ' '{ split($2, n, "@"); print n[1] }' | grep -v -e '^lo$' -e '^mgmt$' | sed -n "$((1 + RANDOM % 4))p")
        case $((RANDOM % 8)) in
          0 | 1 | 2) ip -n $s link add v$n index $i type veth peer name w$n index $j netns $t ;;
          3) [ -n "$l" ] && ip -n $s link add link $l name m$n index $i netns $t type macvlan mode bridge ;;
          4) [ -n "$l" ] && ip -n $s link set $l netns $t ;;
          5) [ -n "$l" ] && ip -n $s link del $l ;;
          6) [ -n "$l" ] && ip -n $s link set $l up ;;
          7) [ -n "$l" ] && ip -n $s link set $l name r$n ;;
        esac
      }
      for round in 1 2 3; do
        for n in $(seq 25); do act $round$n; done 2>/dev/null
        check $round
      done
      ip netns del b
      check 'one gone'
      """)
    #expect(said == ["1", "2", "3", "one gone"].map { $0 + ": equal" })
  }

  @Test func furtherNamesOfLinksComeAndGo() throws {
    let said = try follow(
      """
      ip link add up0 type veth peer name up1; ip link set up0 up; ip link set up1 up
      ip link property add dev up0 altname enp0s31f6 altname a-very-long-alternative-name
      check named
      ip link property del dev up0 altname enp0s31f6
      check 'named no more'
      """)
    #expect(said == ["named: equal", "named no more: equal"])
  }

  @Test func deadNamesComeAndGo() throws {
    let said = try follow(
      """
      : > /run/netns/stale; mkfifo /run/netns/fifo; ln -s nowhere /run/netns/link
      check dead
      rm /run/netns/stale; ip netns add live; ln -sf live /run/netns/link
      check alive
      rm /run/netns/fifo /run/netns/link
      check none
      """)
    #expect(said == ["dead: equal", "alive: equal", "none: equal"])
  }

  /// Each pod is entered when it comes, and no pod pays for the others: looks at all there is are had so
  /// many a second, however many come.
  @Test func aMassArrivalCostsAVisitEachAndFewLooks() throws {
    let said = try follow(
      """
      check before
      start=$(date +%s%N)
      for n in $(seq 150); do
        ip netns add m$n; ip link add vm$n type veth peer name eth0 netns m$n
        mount -t tmpfs none /mnt; umount /mnt; sleep 60 &
      done
      check after
      echo "milliseconds $((($(date +%s%N) - start) / 1000000))"
      check_effort
      """)
    #expect(said.prefix(2) == ["before: equal", "after: equal"])
    let numbers = said.suffix(2).joined(separator: " ").split(separator: " ").compactMap { Int($0) }
    let (milliseconds, looks, visits) = (numbers[0], numbers[1], numbers[2])
    #expect(looks <= milliseconds / 33 + 10)
    #expect(
      (150...400).contains(visits), "some are entered before they have a number, and again then")
  }
}
