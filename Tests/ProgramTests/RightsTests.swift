import Foundation
import LabKit
import Testing

/// What the program may do, and for whom.
@Suite(.needs(.node), .needs(.root)) struct RightsTests {
  /// CAP_DAC_READ_SEARCH, NET_BROADCAST, NET_ADMIN, NET_RAW, SYS_PTRACE and SYS_ADMIN.
  private static let reading = "0000000000283804"

  @Test func whoeverLooksKeepsNoRightButThoseOfLooking() throws {
    let said = try onNode(
      """
      coproc { exec \(Project.cnitop) watch -o json; }
      read -r -N 20 _ <&${COPROC[0]}
      grep -E 'Cap|NoNewPrivs|Seccomp:' /proc/$COPROC_PID/status
      """)
    let lines = Set(said.split(separator: "\n").map { $0.replacing("\t", with: " ") })
    for set in ["CapPrm", "CapEff", "CapBnd"] {
      #expect(lines.contains("\(set): \(Self.reading)"))
    }
    for set in ["CapInh", "CapAmb"] { #expect(lines.contains("\(set): 0000000000000000")) }
    #expect(lines.contains("NoNewPrivs: 1") && lines.contains("Seccomp: 2"))
  }

  @Test(.needs(.programs(["tmux"]))) func theScreenToo() throws {
    let screen = try Screen(columns: 100, rows: 30)
    try screen.run("\(Project.node) --idle -n 1 -- \(Project.cnitop)")
    try screen.await("cni0")
    try screen.press("C-z")
    try screen.run(
      "clear; cat /proc/$(pgrep -s 0 -n -x cnitop)/status | grep -E 'Eff|Prm|Seccomp:'")
    try screen.await("CapPrm:\\s+\(Self.reading)\nCapEff:\\s+\(Self.reading)\nSeccomp:\\s+2")
  }

  /// Only root can give the program rights of its own, and only on a file system that keeps them.
  @Test(
    .needs(.otherUsers), .needs(.programs(["setcap"])),
    arguments: ["", "setcap -r $program; chmod 4755"])
  func withRightsThatAreLentEverybodyLooks(way: String) throws {
    let said = try lent(
      """
      \(way.isEmpty ? "" : way + " $program")
      $cnitop snapshot -o json | tr , '\\n' | grep -c '"name":"eth0"'
      coproc { exec $cnitop watch -o json; }
      read -r -N 20 _ <&${COPROC[0]}
      grep -E 'Uid|CapPrm' /proc/$COPROC_PID/status
      """)
    let lines = said.split(separator: "\n")
    #expect(lines.first.flatMap { Int($0) }.map { $0 >= 3 } == true, "no interface inside of pods")
    #expect(lines.contains("Uid:\t65534\t65534\t65534\t65534"))
    #expect(lines.last == "CapPrm:\t\(Self.reading)")
  }

  /// What needs no rights is done as by anybody.
  @Test(.needs(.otherUsers), .needs(.programs(["setcap", "tmux"])))
  func withRightsThatAreLentTheDemoRuns() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "cnitop-\(UUID())")
    try Data((lending + "\n$cnitop demo").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let screen = try Screen(columns: 100, rows: 30)
    try screen.run("\(Project.node) -n 0 --idle -- bash \(file.path)")
    try screen.await("demo +write")
    try screen.press("q")
  }

  @Test(
    .needs(.otherUsers), .needs(.programs(["setcap"])),
    arguments: [
      "add net0 red", "add net0 red --plan", "del net0 red", "check net0 red", "gc net0",
      "status net0 --conf-dir /root", "version --bin-dir /tmp", "top --write", "--write",
    ])
  func withRightsThatAreLentNothingIsChangedAndNoProgramRun(words: String) throws {
    let said = try lent("$cnitop \(words) 2>&1; echo status $?")
    #expect(
      said == """
        Error: with the rights lent to this program (setcap, setuid) it only looks; be root to do that
        status 1

        """)
  }

  @Test(.needs(.otherUsers), .needs(.programs(["setcap"])), arguments: ["ADD", "DEL", "VERSION"])
  func withRightsThatAreLentItIsNoPlugin(verb: String) throws {
    let said = try lent(
      """
      echo '{"cniVersion":"1.0.0","name":"evil","type":"bridge","bridge":"evil0"}' |
        $env CNI_COMMAND=\(verb) CNI_CONTAINERID=a CNI_IFNAME=eth7 CNI_PATH=/tmp CNI_NETNS=/proc/self/ns/net \
          $program; echo; ip -br link show evil0 2>&1
      """)
    #expect(said.contains("not with rights lent to this program"))
    #expect(said.contains("does not exist"))
  }

  @Test(.needs(.otherUsers), .needs(.programs(["setcap", "script", "infocmp"])))
  func withRightsThatAreLentNoPathOfTheCallerIsFollowed() throws {
    let said = try lent(
      """
      infocmp -x xterm | sed 's/^xterm|/xother|/' | tic -x -o $place/terminfo -
      other="$env TERM=xother TERMINFO=$place/terminfo"
      $other infocmp >/dev/null && echo known
      script -qec "$other $program" /dev/null </dev/null | head -1
      """)
    #expect(said.hasPrefix("known\n"))
    #expect(said.contains("no terminfo entry for TERM=xother"))
  }

  /// Runs a script on a private node of three pods, as root.
  private func lent(_ script: String) throws -> String { try onNode("\(lending)\n\(script)") }

  /// From here on `$cnitop` is the program with file capabilities, called by an ordinary user.
  private let lending = """
    mount -t tmpfs -o mode=755 none /mnt; place=/mnt
    program=$place/cnitop; cp \(Project.cnitop) $program
    rights=cap_sys_admin,cap_net_admin,cap_net_broadcast,cap_net_raw,cap_sys_ptrace,cap_dac_read_search
    setcap $rights+ep $program
    env='setpriv --reuid 65534 --regid 65534 --clear-groups env'
    cnitop="$env TERM=$TERM $program"
    cd /
    """

  private func onNode(_ script: String) throws -> String {
    try Command(
      Project.node, "-n", "3", "--idle", "--", "bash", "-c", script, environment: ["TERM": "xterm"],
      within: 40
    ).output
  }
}
