import LabKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "sysctl", "unshare"])

/// Our plugin is killed, or refused, at each of its acts in turn: whatever is sent to the kernel,
/// written, made or removed (`FaultProbe`). The node is in the end as it was in the beginning.
@Suite(.needs(.root), .needs(programs)) struct InterruptionTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  @Test(arguments: ["ADD", "DEL"]) func aKilledRunIsCleanedUpByTheNextDEL(_ verb: String) throws {
    let output = try interrupt(
      """
      call ours ADD first > /dev/null; call ours DEL first
      node > before
      until [ $status = 98 ]; do
        next
        [ \(verb) = ADD ] || call ours ADD a > /dev/null
        CNI_COMMAND=\(verb) $probe $n kill $ours/bridge < conf > /dev/null 2>&1 || status=$?
        call ours DEL a
        compare
      done
      """)
    #expect(acts(output) > (verb == "ADD" ? 40 : 8))
  }

  @Test func aKilledRuntimeIsCleanedUpByTheNextDEL() throws {
    let output = try interrupt(
      """
      mkdir net.d; cp conf net.d/mynet.conf
      run() { "$@" mynet a --conf-dir net.d --cache-dir cache > /dev/null 2>&1; }
      run $cnitop add; run $cnitop del
      node > before
      until [ $status = 98 ]; do
        next
        run $probe $n kill $cnitop add || status=$?
        run $cnitop del
        compare
      done
      """)
    #expect(acts(output) > 40)
  }

  @Test func aKilledRunIsNotInTheWayOfTheNextADD() throws {
    let output = try interrupt(
      """
      until [ $status = 98 ]; do
        next
        CNI_COMMAND=ADD $probe $n kill $ours/bridge < conf > /dev/null 2>&1 || status=$?
        call ours DEL a
        call ours ADD a > answer || { cat answer; exit 1; }
        chained answer > check; call ours CHECK a check
        call ours DEL a; restore
      done
      """)
    #expect(acts(output) > 40)
  }

  /// What the kernel and a file system may say; by default each act hears one of them.
  @Test(arguments: Project.isSoak ? 0..<InterruptionTests.errors.count : 0..<1)
  func aRefusedRunUndoesWhatItDid(_ turn: Int) throws {
    let output = try interrupt(
      """
      call ours ADD a > /dev/null; call ours DEL a; restore
      errors=(\(Self.errors.map(String.init).joined(separator: " ")))
      node > before
      until [ $status = 98 ]; do
        next
        error=${errors[(5 * n + \(turn)) % ${#errors[@]}]}
        CNI_COMMAND=ADD $probe $n $error $ours/bridge < conf > answer 2>&1 || status=$?
        case $status in 1) grep -q '"code": ' answer ;; 0 | 98) call ours DEL a; restore ;; esac
        compare
      done
      """)
    #expect(acts(output) > 40)
  }

  /// EPERM ENOENT EIO ENOMEM EBUSY EEXIST ENODEV EINVAL ENOSPC EROFS EOPNOTSUPP ENOBUFS
  static let errors = [1, 2, 5, 12, 16, 17, 19, 22, 28, 30, 95, 105]

  private func interrupt(_ script: String) throws -> String {
    try lab.run(
      PluginTests.config("1.0.0", #""macspoofchk":true,"#),
      """
      probe=\(Project.faultProbe) cnitop=\(Project.cnitop)
      export CNI_CONTAINERID=container-a CNI_NETNS=/run/netns/a CNI_IFNAME=eth0 CNI_PATH=$ours
      # What has no place in a comparison: addresses that the kernel makes up by itself, and when.
      sysctl -q -w net.ipv6.conf.default.addr_gen_mode=1
      pod a; pod first
      ip netns exec a sysctl -q -w net.ipv6.conf.default.addr_gen_mode=1
      n=0 status=0; echo > answer
      next() { n=$((n + 1)) status=0; }
      node() {
        for of in '' '-n a'; do
          ip $of -o -batch - <<< $'link\\naddress\\nroute show table all'
        done | sed -E -e '/table local.* pref|ff00::/d' -e 's/ linkdown| tentative//g' \\
          -e 's/^[0-9]+: //' -e 's/(@.*)?: <.*//'
        nft list ruleset
        sysctl net.ipv4.ip_forward net.ipv6.conf.all.forwarding
        find \(lab.data) cache 2> /dev/null | grep -v -e last_ -e 'lock$' || true
      }
      restore() { ip link del cni0; sysctl -q -w net.ipv4.ip_forward=0 net.ipv6.conf.all.forwarding=0; }
      compare() { node > after; diff before after || { echo "at act $n: $(cat answer)"; exit 1; }; }
      \(script)
      echo acts $n
      """, within: 300)
  }

  private func acts(_ output: String) -> Int {
    output.split(separator: " ").last.flatMap { Int($0.dropLast()) } ?? 0
  }
}
