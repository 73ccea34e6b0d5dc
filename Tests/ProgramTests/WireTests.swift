import LabKit
import Testing

/// A new namespace wired, looked at with other programs, and taken down again, all by keys.
@Suite(.needs(.programs(["tmux", "ip", "nft"])), .needs(.node)) struct WireTests {
  @Test func aNamespaceIsWiredAtOnceAndUndone() throws {
    let screen = try Screen(columns: 120, rows: 36)
    try enterNode(on: screen)
    try screen.run("\(Project.cnitop) --write")
    try screen.await("cni0")
    try screen.type("0")
    try screen.await("ADD to podnet")
    try screen.press("Enter")
    try screen.await("Attach which namespace")
    try screen.press("Enter")
    try screen.await("name of the namespace: red")
    try screen.press("Enter")
    try screen.await("nothing is done yet")
    try screen.press("Enter")
    try screen.await("y at once")
    try screen.type("y")
    try screen.await("done in|✗")
    try screen.type("q")

    try screen.run(
      "clear; ip -n red -br -4 addr; nft list table inet cni_plugins_masquerade | grep -c red")
    try screen.await("eth0@.* UP +10\\.22\\.")
    try screen.await("(?m)^2$")

    try screen.run("clear; \(Project.cnitop) --write")
    try screen.await("red")
    try screen.type("/red")
    try screen.press("Enter")
    try screen.type("D")
    try screen.await("DEL  podnet from red")
    try screen.await("nothing is done yet")
    try screen.press("Enter")
    try screen.type("s")
    for step in 1...4 {
      try screen.await("step \(step) of 4 .*space next")  // while it runs, the key is nobody's
      try screen.press("Space")
    }
    try screen.await("done in|✗")
    try screen.type("q")
    try screen.run(
      "clear; ip -n red -br link; nft list table inet cni_plugins_masquerade | grep -c red")
    try screen.await("lo +.*\n0")
  }

  @Test func aFailureSaysWhyAndLeavesNothing() throws {
    let screen = try Screen(columns: 120, rows: 36)
    try enterNode(on: screen)
    try screen.run("ip link del cni0; ip link add cni0 type veth peer name other; clear")
    try screen.run("\(Project.cnitop) --write")
    try screen.await("4 IPAM")
    try screen.type("0")
    try screen.await("ADD to podnet")
    for wanted in ["Attach which", "name of the", "nothing is done yet", "y at once"] {
      try screen.press("Enter")
      try screen.await(wanted)
    }
    try screen.type("y")
    try screen.await("✗ .* make the bridge cni0")
    try screen.await("← 1 make the namespace red")
    try screen.await("cni0 is .*no bridge")
    try screen.type("q")
    try screen.run("clear; ls /run/netns | grep -c red")
    try screen.await("(?m)^0$")
  }

  private func enterNode(on screen: Screen) throws {
    try screen.run("\(Project.node) --idle -n 1 -- env PS1='node: ' bash --norc --noprofile")
    try screen.await("(?m)^node:")
  }
}
