import LabKit
import SystemPackage
import TestKit

/// A small house that keeps every rule, to be changed and judged.
struct House {
  var files = [
    "ARCHITECTURE.md": """
    | module | may import | what it is |
    | --- | --- | --- |
    | `Files` | `CLinux` | the system calls |
    | `Top` | `Files` | what is built on them |
    """,
    "Package.swift": """
    .target(name: "Files", dependencies: ["CLinux"]),
    .executableTarget(
      name: "Top", dependencies: ["Files"]),
    .testTarget(name: "TopTests", dependencies: ["Top"]),
    """,
    "Sources/Files/File.swift": "import CLinux\nimport Glibc\nlet file = unsafe open()\n",
    "Sources/Top/Top.swift": "public import Files\nimport Synchronization\nlet top = file\n",
  ]

  /// What the script says of it: its exit status, its complaints, and the measures.
  func judge() throws -> (isKept: Bool, complaints: [String], measures: String) {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(name, text.utf8) }
    let house = try Command(Project.root + "/assets/scripts/house", scratch.path.string)
    return (
      house.exitCode == 0, house.errors.split(separator: "\n").map(String.init), house.output
    )
  }
}
