import LabKit
import Testing

@Suite(.needs(.programs(["python3"]))) struct HouseTests {
  @Test func thisHouseKeepsItsRules() throws {
    let house = try Command(Project.root + "/assets/scripts/house")
    #expect(house.errors == "")
    #expect(house.exitCode == 0)
    #expect(
      house.output.contains(
        /^house: [1-9]\d+ files, median \d+ lines, longest \d+, longest function [1-9]\d*\n$/))
  }

  @Test func aHouseThatKeepsTheRulesIsMeasured() throws {
    var house = House()
    house.files["Sources/Top/Long.swift"] = String(repeating: "\n", count: 250)
    house.files["Sources/Top/Function.swift"] = function(lines: 60)
    let judgement = try house.judge()
    #expect(judgement.complaints == [])
    #expect(judgement.isKept)
    #expect(
      judgement.measures == "house: 4 files, median 32 lines, longest 250, longest function 60\n")
  }

  @Test(arguments: [
    ("Sources/Top/Top.swift", "import Glibc\n", "Sources/Top/Top.swift imports Glibc"),
    ("Sources/Top/Top.swift", "@testable import CLinux\n", "Sources/Top/Top.swift imports CLinux"),
    ("Sources/Top/Top.swift", "let a = unsafe b()\n", "Sources/Top/Top.swift is unsafe"),
    ("Sources/Top/Top.swift", "func a(b: UnsafeRawPointer)\n", "Sources/Top/Top.swift is unsafe"),
    ("Sources/Files/Top.swift", "import Top\n", "Sources/Files/Top.swift imports Top, which"),
    ("Sources/Top/New.swift", "internal import Netlink\n", "Sources/Top/New.swift imports Netlink"),
    ("Sources/New/New.swift", "", "New has no line in the table of ARCHITECTURE.md"),
    ("ARCHITECTURE.md", "| `Gone` | | |\n", "Gone of the table in ARCHITECTURE.md is no module"),
    (
      "ARCHITECTURE.md", "| `Top` | `Files` `Netlink` | |\n",
      "Top: ARCHITECTURE.md and Package.swift differ in Netlink"
    ),
    (
      "Sources/Top/Long.swift", String(repeating: "\n", count: 251),
      "Sources/Top/Long.swift has 251 lines; 250 are the most"
    ),
    (
      "Tests/TopTests/Long.swift", String(repeating: "\n", count: 251),
      "Tests/TopTests/Long.swift has 251 lines; 250 are the most"
    ),
    (
      "Sources/Top/Function.swift", function(lines: 61),
      "Sources/Top/Function.swift: doIt has 61 lines; 60 are the most"
    ),
  ]) func refuses(file: String, text: String, complaint: String) throws {
    var house = House()
    house.files[file] = house.files[file].map { $0 + "\n" + text } ?? text
    if file == "Sources/New/New.swift" {
      house.files["Package.swift", default: ""] += "\n.target(name: \"New\"),\n"
    }
    let judgement = try house.judge()
    #expect(!judgement.isKept)
    #expect(judgement.complaints.contains { $0.hasPrefix("house: \(complaint)") })
  }

  @Test func refusesAMedianThatIsTooLong() throws {
    var house = House()
    for name in ["A", "B", "C"] {
      house.files["Sources/Top/\(name).swift"] = String(repeating: "\n", count: 61)
    }
    let judgement = try house.judge()
    #expect(!judgement.isKept)
    #expect(judgement.complaints == ["house: the median file has 61 lines; 60 are the most"])
  }

  @Test func takesNoTextAndNoCommentForCode() throws {
    var house = House()
    house.files["Sources/Top/Text.swift"] = #"""
      // unsafe { and import Glibc
      let a = "unsafe \(b("{") { $0 }) {", c = #"\"unsafe"#, d = """
      import Glibc
      func e() {
      """
      """#
    #expect(try house.judge().complaints == [])
  }
}

/// A function with a brace in a text, so many lines long.
private func function(lines: Int) -> String {
  "func doIt(\n  a: Int = b { 1 }\n) -> Int {\n  \"}\"\n"
    + String(repeating: "\n", count: lines - 5) + "}\n"
}
