import Foundation
import LabKit
import Testing

/// A node with a kubelet and a containerd that are two sleeping scripts, started with real flags.
@Suite(.needs(.node)) struct CNIViewTests {
  @Test(.needs(.plugins)) func aSnapshotSaysWhoTakesWhatAndWhatIsMissing() throws {
    let setup = try snapshot("")
    let agents = try #require(setup["agents"] as? [[String: Any]])
    let containerd = try #require(agents.first { $0["name"] as? String == "containerd" })
    let summary = containerd["summary"] as? String
    #expect(
      summary?.hasPrefix("takes 10-lab.conflist, ADD fails: plugin portmap is not in") == true)
    #expect(containerd["presence"] as? String == "running")
    let kubelet = agents.first { $0["name"] as? String == "kubelet" }?["summary"] as? String
    #expect(kubelet?.hasPrefix("asks containerd, which fails") == true)

    let files = try #require(setup["configurations"] as? [[String: Any]])
    let broken = files.first { ($0["path"] as? String)?.hasSuffix("99-broken.conf") == true }
    #expect(broken?["error"] as? String == "not JSON at line 1, column 3")

    let programs = try #require(setup["pluginDirectories"] as? [[String: Any]])
      .flatMap { $0["programs"] as? [[String: Any]] ?? [] }
    let bridge = programs.first {
      $0["name"] as? String == "bridge" && $0["isNamed"] as? Bool == true
    }
    #expect((bridge?["versions"] as? [String])?.contains("1.0.0") == true)
    #expect(programs.contains { $0["state"] as? String == "foreign" })
  }

  @Test(.needs(.plugins)) func addingThePluginMendsIt() throws {
    let agents = try snapshot("cp \"$(PATH=/usr/lib/cni:/opt/cni/bin type -P portmap)\" $lab/bin")[
      "agents"]
    let containerd = (agents as? [[String: Any]])?.first { $0["name"] as? String == "containerd" }
    #expect(containerd?["summary"] as? String == "takes 10-lab.conflist")
  }

  @Test(.needs(.programs(["tmux"])), .needs(.plugins)) func theScreenFollowsTheFiles() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "cnitop-\(UUID())")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let script = directory.appending(path: "script")
    try Data((lab + "\ncd $lab; exec \(Project.cnitop)").utf8).write(to: script)
    let screen = try Screen(columns: 120, rows: 40)
    try screen.run("\(Project.node) --idle -n 0 -- bash \(script.path) \(directory.path)")
    try screen.await("POD ")
    try screen.press("8")
    try screen.await("plugin portmap is not in")
    try screen.await("✓ 1\\.")
    try Data("{".utf8).write(to: directory.appending(path: "lab/net.d/00-half.conf"))
    try screen.await("containerd +✗ running +no network")
    try FileManager.default.removeItem(at: directory.appending(path: "lab/net.d/00-half.conf"))
    try screen.await("containerd +✗ running +takes 10-lab.conflist")
    try screen.press("q")
  }

  private func snapshot(_ change: String) throws -> [String: Any] {
    let done = try Command(
      Project.node, "-n", "0", "--idle", "--", "bash", "-euc",
      "set -- $(mktemp -d)\n\(lab)\n\(change)\n\(Project.cnitop) snapshot --only cni -o json; rm -r $1"
    )
    #expect(done.errors == "")
    let whole = try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [String: Any]
    return try #require(whole?["cni"] as? [String: Any])
  }

  /// Makes `$1/lab` what agents were told of, and starts them.
  private let lab = """
    lab=$1/lab; mkdir -p $lab/net.d $lab/bin
    for plugin in bridge host-local macvlan; do
      cp "$(PATH=/usr/lib/cni:/opt/cni/bin type -P $plugin)" $lab/bin
    done
    printf '\\xf3' | dd of=$lab/bin/macvlan bs=1 seek=18 conv=notrunc status=none
    cat >$lab/net.d/10-lab.conflist <<'JSON'
    { "cniVersion": "1.0.0", "name": "lab", "plugins": [
      { "type": "bridge", "ipam": { "type": "host-local", "subnet": "10.55.0.0/24" } },
      { "type": "portmap" } ] }
    JSON
    echo '{ oops' >$lab/net.d/99-broken.conf
    cat >$lab/config.toml <<TOML
    version = 3
    [plugins.'io.containerd.cri.v1.runtime'.cni]
    conf_dir = '$lab/net.d'
    bin_dirs = ['$lab/bin']
    TOML
    for agent in kubelet containerd; do
      printf '#!/bin/sh\\nread never <$0.fifo\\n' >$lab/$agent; chmod +x $lab/$agent; mkfifo $lab/$agent.fifo
    done
    $lab/kubelet --container-runtime-endpoint=unix:///run/containerd/containerd.sock &
    $lab/containerd --config $lab/config.toml &
    until grep -qs containerd /proc/$!/comm; do :; done
    """
}
