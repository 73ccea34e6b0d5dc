import LabKit
import Testing

@Suite(.needs(.programs(["tmux"])), .needs(.node)) struct SettingsTests {
  @Test func aViewIsExportedAndWhatWasChosenIsKept() throws {
    let screen = try Screen(columns: 100, rows: 30)
    let cnitop = "\(Project.node) --idle -n 3 -- \(Project.cnitop)"
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
}
