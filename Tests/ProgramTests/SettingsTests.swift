import LabKit
import Testing

@Suite(.needs(.programs(["tmux"])), .needs(.node)) struct SettingsTests {
  private let cnitop = "\(Project.node) --idle -n 3 -- \(Project.cnitop)"

  @Test func aViewIsExportedAndWhatWasChosenIsKept() throws {
    let screen = try Screen(columns: 100, rows: 30)
    try screen.run(cnitop)
    try screen.await("cni0")
    try screen.press("4")
    try screen.type("x")
    try screen.await("export json")
    try screen.press("Enter")
    try screen.await("wrote cnitop-ipam-[0-9]+\\.txt")
    try screen.press("q")
    try screen.run("clear; grep -c podnet cnitop-ipam-*.txt; grep view cnitop/settings.toml")
    try screen.await("(?m)^1$\nview = \"IPAM\"$")
    try screen.run("clear; \(cnitop)")
    try screen.await("─ IPAM ─")
    try screen.press("q")
  }

  /// Links stand under all names that an export may get within two minutes.
  @Test func anExportGoesThroughNoLinkAndReplacesNothing() throws {
    let screen = try Screen(columns: 100, rows: 30)
    try screen.run(
      "echo mine >kept; for s in {0..119}; do "
        + "ln -s kept cnitop-ipam-$(date -d \"+$s sec\" +%H%M%S).txt; done; clear; \(cnitop)")
    try screen.await("cni0")
    try screen.press("4")
    try screen.type("x")
    try screen.await("export json")
    try screen.press("Enter")
    try screen.await("wrote cnitop-ipam-[0-9]+-2\\.txt")
    try screen.press("q")
    try screen.run("clear; cat kept; grep -c podnet cnitop-ipam-*-2.txt")
    try screen.await("(?m)^mine\n1$")
  }

  @Test(
    .needs(.owners),
    arguments: [
      // A link of somebody else, and one of ours that everybody could replace.
      "ln -s $PWD/target place/cnitop; chown -h 65534 place/cnitop",
      "ln -s $PWD/target place/cnitop; chmod 1777 place",
      "rmdir place; mkdir target/place; ln -s target/place; chown -h 65534 place",
      "chown 65534 place",
    ])
  func settingsAreMadeInNobodyElsesPlace(change: String) throws {
    let screen = try Screen(columns: 100, rows: 30)
    try screen.run("mkdir place target; \(change); clear; XDG_CONFIG_HOME=$PWD/place \(cnitop)")
    try screen.await("cni0")
    try screen.press("4")
    try screen.await("─ IPAM ─")
    try screen.press("q")
    try screen.run("clear; find -L place target -type f; echo 'all'; find . -name settings.toml")
    try screen.await("(?m)^all\n\\$")
  }

  @Test(.needs(.owners)) func ourOwnLinkIsFollowed() throws {
    let screen = try Screen(columns: 100, rows: 30)
    try screen.run(
      "mkdir place target; ln -s $PWD/target place/cnitop; clear; XDG_CONFIG_HOME=$PWD/place \(cnitop)"
    )
    try screen.await("cni0")
    try screen.press("4")
    try screen.await("─ IPAM ─")
    try screen.press("q")
    try screen.run("clear; grep view target/settings.toml")
    try screen.await("(?m)^view = \"IPAM\"$")
  }

  /// As after sudo: the home is root's, the working directory is not.
  @Test(.needs(.owners)) func rootExportsIntoADirectoryOfAnother() throws {
    let screen = try Screen(columns: 100, rows: 30)
    try screen.run("mkdir theirs; chown 65534 theirs; cd theirs; clear; \(cnitop)")
    try screen.await("cni0")
    try screen.press("4")
    try screen.type("x")
    try screen.await("export json")
    try screen.press("Enter")
    try screen.await("wrote cnitop-ipam-[0-9]+\\.txt")
    try screen.press("q")
  }
}
