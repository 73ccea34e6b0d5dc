import LabKit
import Testing

private let programs = Requirement.programs(["ip", "nft", "iptables", "python3", "unshare"])

/// Our plugin and the reference plugins at the same time, on one data directory and one firewall.
@Suite(.needs(.root), .needs(.plugins), .needs(programs)) struct ParallelTests {
  let lab: PluginLab

  init() throws { lab = try PluginLab() }

  /// Only with iptables can they take down what ours has made: 1.1.1 knows no other masquerade.
  @Test(arguments: [("", "ours"), (#""ipMasqBackend":"iptables","#, "theirs")])
  func fiftyAtOnceNeverShareAnAddressAndLeaveNothing(_ keys: String, _ deleter: String) throws {
    let count = 50
    let rounds = Project.isSoak ? 10 : 1
    let output = try lab.run(
      PluginTests.config("1.0.0", keys),
      """
      for n in $(seq \(count)); do pod p$n; done
      # Everybody VERB FIRST: half of the pods by FIRST, the others by the other, all at once.
      everybody() {
        local one=$2 other=$([ $2 = ours ] && echo theirs || echo ours) ids=() n
        for n in $(seq \(count)); do
          who=$([ $((n % 2)) = 0 ] && echo $one || echo $other)
          { call $who $1 p$n > p$n.out 2>&1 || { echo "$who $1: $(cat p$n.out)"; exit 1; }; } &
          ids+=($!)
        done
        for n in ${ids[@]}; do wait $n; done
      }
      for round in $(seq \(rounds)); do
        everybody ADD ours
        for n in $(seq \(count)); do ip -n p$n -4 -br address show eth0; done | awk '{ print $3 }' \
          | sort | uniq -c | awk '{ print $1 }' | uniq -c
        everybody DEL \(deleter)
        ip -br link show type veth; nft list ruleset | grep -e CNI- -e container- || true
        ls \(lab.data)/mynet | grep -v -e lock -e last_ || true
      done
      """, within: 600)
    let lines = output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines == Array(repeating: ["\(count)", "1"], count: rounds), "\(output)")
  }
}
