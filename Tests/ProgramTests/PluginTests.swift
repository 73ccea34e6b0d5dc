import LabKit
import Testing

/// Plugins that are other programs, as the commands call them.
@Suite(.needs(.node)) struct PluginTests {
  /// On a private node, `$bin/plugin` is one that answers every verb, and `pp` a network of it.
  private func run(_ script: String) throws -> String {
    try Command(
      Project.node, "-n", "1", "--idle", "--", "bash", "-c",
      """
      mount -t tmpfs -o mode=755 none /mnt; place=/mnt; bin=$place/above/bin; mkdir -p $bin
      cat >$bin/plugin <<'END'
      #!/bin/bash
      echo "$CNI_COMMAND" >>/mnt/called
      echo '{"cniVersion":"1.1.0","supportedVersions":["1.1.0"]}'
      END
      chmod 755 $bin/plugin
      echo '{"cniVersion":"1.1.0","name":"pp","plugins":[{"type":"plugin"}]}' >/etc/cni/net.d/pp.conflist
      ip netns add red; ip netns add blue; cnitop() { \(Project.cnitop) "$@" --bin-dir $bin 2>&1; }
      \(script)
      """, within: 40
    ).output
  }

  @Test(
    arguments: [
      "chmod 757 $bin/plugin", "chmod 757 $bin", "chmod 757 $place/above", "chmod 1777 $bin",
      "chmod 777 $place/above; cd $bin; bin=.",
    ])
  func noneIsCalledThatEverybodyMayChange(change: String) throws {
    let said = try run(
      """
      cnitop add pp red >/dev/null; rm /mnt/called
      \(change)
      cnitop add pp blue; cnitop del pp red; cnitop check pp red
      cnitop status pp; cnitop version plugin
      cat /mnt/called 2>&1
      """)
    let lines = said.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.dropLast().allSatisfy { $0.contains("is not run: everybody may write to") })
    #expect(lines.last?.contains("No such file") == true)
  }

  @Test func oneThatNobodyElseCanReplaceInASharedDirectoryIsCalled() throws {
    let said = try run("chmod 1777 $place/above; cnitop add pp red >/dev/null; cat /mnt/called")
    #expect(said == "ADD\n")
  }

  @Test func aFailureIsHeardOfByWhomeverCnitopIsStarted() throws {
    let said = try run(
      "printf '#!/bin/bash\\nexit 7' >$bin/plugin; trap '' CHLD PIPE; cnitop add pp red; echo $?")
    #expect(said.hasPrefix("Error: /mnt/above/bin/plugin failed with 7") && said.hasSuffix("\n1\n"))
  }

  /// Killed, cnitop leaves nothing of it either: not what left the plugin's session, nor its orphans.
  @Test(arguments: ["sleep 300", "setsid sleep 300", "(setsid sleep 300 &)"])
  func nothingOutlivesCnitop(command: String) throws {
    let said = try run(
      """
      cat >$bin/plugin <<'END'
      #!/bin/bash
      \(command) & sleep 0.01
      echo >/mnt/begun; sleep 300
      END
      mkfifo /mnt/begun
      \(Project.cnitop) add pp red --bin-dir $bin & read -r _ </mnt/begun; kill -9 $!
      for ((i = 0; i < 1000; i++)); do pgrep -x sleep >/dev/null || break; sleep 0.01; done
      pgrep -x sleep || echo none
      """)
    #expect(said == "none\n")
  }
}
