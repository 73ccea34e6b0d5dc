// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// `AttributeReader` returns values that may not outlive the buffer they point into.
let lifetimes: [SwiftSetting] = strict + [.enableExperimentalFeature("Lifetimes")]

let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

/// What is linked with libFuzzer: for `make fuzz` alone.
let fuzzer: [Target] =
  Context.environment["CNITOP_FUZZER"] == nil
  ? []
  : [
    .target(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
      name: "Fuzzer", dependencies: ["CFuzzer", "FuzzKit"], path: "Tests/Fuzz/Fuzzer",
      swiftSettings: strict),
  ]

let package = Package(
  name: "cnitop",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
  ],
  targets: [
    .target(name: "CLinux"),
    .target(name: "CCurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "Quoting", swiftSettings: strict),
    .target(name: "Formats", dependencies: ["Quoting"], swiftSettings: strict),
    .target(name: "Addressing", swiftSettings: strict),
    .target(name: "Files", dependencies: ["CLinux", "Quoting", system], swiftSettings: strict),
    .target(name: "Netlink", dependencies: ["Addressing"], swiftSettings: lifetimes),
    .target(
      name: "Kernel", dependencies: ["Addressing", "CLinux", "Files", "Netlink", system],
      swiftSettings: lifetimes),
    .target(
      name: "CNI", dependencies: ["Addressing", "Files", "Formats", system], swiftSettings: strict),
    .target(
      name: "NodeSetup", dependencies: ["Addressing", "CNI", "Files", "Formats", system],
      swiftSettings: strict),
    .target(name: "Topology", dependencies: ["Addressing", "Netlink"], swiftSettings: strict),
    .target(
      name: "Rules", dependencies: ["Addressing", "Netlink", "Topology"], swiftSettings: strict),
    .target(
      name: "Inspection",
      dependencies: [
        "Addressing", "CNI", "Files", "Kernel", "Netlink", "NodeSetup", "Rules", "Topology", system,
      ],
      swiftSettings: strict),
    .target(
      name: "Engine",
      dependencies: [
        "Addressing", "CNI", "Files", "Formats", "Kernel", "Netlink", "NodeSetup", "Quoting",
        "Rules", "Topology", system,
      ],
      swiftSettings: strict),
    .target(
      name: "Demo",
      dependencies: [
        "Addressing", "CLinux", "CNI", "Engine", "Files", "Kernel", "Netlink", system,
      ],
      swiftSettings: strict),
    .target(
      name: "Export", dependencies: ["Addressing", "Formats", "Quoting", "Rules", "Topology"],
      swiftSettings: strict),
    .target(name: "TUI", dependencies: ["Quoting"], swiftSettings: strict),
    .target(
      name: "Screens",
      dependencies: [
        "Addressing", "CNI", "TUI", "Engine", "Export", "Quoting", "Topology",
      ],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CCurses", "Formats", "TUI"], swiftSettings: strict),
    .executableTarget(
      name: "cnitop",
      dependencies: [
        "CNI", "TUI", "Demo", "Engine", "Export", "Files", "Inspection", "Kernel", "Quoting",
        "Rules", "Screens", "Terminal", "Topology",
        system,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    .testTarget(
      name: "HouseTests", dependencies: ["LabKit", "TestKit", system], swiftSettings: strict),
    .target(name: "Dice", path: "Tests/Dice", swiftSettings: strict),
    .target(name: "Hex", path: "Tests/Hex", swiftSettings: strict),
    .target(
      name: "TestKit", dependencies: ["Dice", "TUI", system], path: "Tests/TestKit",
      swiftSettings: strict),
    .target(
      name: "TopologyKit", dependencies: ["Addressing", "Dice", "Topology"],
      path: "Tests/TopologyKit",
      swiftSettings: strict),
    .testTarget(
      name: "ExportTests",
      dependencies: ["Addressing", "Dice", "Export", "Topology", "TopologyKit"],
      swiftSettings: strict),
    .testTarget(
      name: "TopologyTests", dependencies: ["Addressing", "Dice", "Topology", "TopologyKit"],
      swiftSettings: strict),
    .testTarget(
      name: "QuotingTests", dependencies: ["Dice", "Formats", "LabKit", "Quoting"],
      swiftSettings: strict),
    .testTarget(
      name: "AddressingTests", dependencies: ["Addressing", "Dice"], swiftSettings: strict),
    .testTarget(
      name: "FilesTests", dependencies: ["Dice", "Files", "LabKit", "TestKit", system],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Dice", "Formats", "Quoting", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "CNITests",
      dependencies: ["Addressing", "CNI", "Dice", "Files", "Formats", "LabKit", "TestKit", system],
      swiftSettings: strict),
    .testTarget(
      name: "NodeSetupTests",
      dependencies: ["CNI", "Files", "Formats", "LabKit", "NodeSetup", "TestKit", system],
      swiftSettings: strict),
    .testTarget(
      name: "NetlinkTests",
      dependencies: ["Addressing", "Hex", "Netlink", "NetlinkKit", "TopologyKit"],
      swiftSettings: strict),
    .target(
      name: "NetlinkKit", dependencies: ["Hex", "Netlink"], path: "Tests/NetlinkKit",
      swiftSettings: lifetimes),
    .testTarget(
      name: "RulesTests",
      dependencies: [
        "Addressing", "Dice", "FirewallKit", "Hex", "Kernel", "LabKit", "Netlink", "NetlinkKit",
        "Rules", "Topology",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "InspectionTests",
      dependencies: [
        "Addressing", "CNI", "Dice", "FirewallKit", "Inspection", "Kernel", "LabKit", "Netlink",
        "NodeSetup", "Rules", "TestKit", "Topology", "TopologyKit", system,
      ],
      swiftSettings: strict),
    .executableTarget(name: "FaultProbe", path: "Tests/FaultProbe"),
    .testTarget(
      name: "EngineTests",
      dependencies: [
        "Addressing", "CNI", "Engine", "FaultProbe", "Kernel", "LabKit", "Netlink", "TestKit",
        "cnitop", system,
      ], exclude: ["Plans"], swiftSettings: strict),
    .testTarget(
      name: "TUITests", dependencies: ["Quoting", "TUI", "TestKit"], exclude: ["Snapshots"],
      swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["TUI", "Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["CCurses", "TUI", "Terminal", "TerminalProbe"],
      swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Addressing", "CNI", "TUI", "Engine", "Export", "Quoting", "Screens", "TestKit",
        "Topology", "TopologyKit",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .target(
      name: "FirewallKit", dependencies: ["Kernel", "LabKit"], path: "Tests/FirewallKit",
      swiftSettings: strict),
    .target(
      name: "LabKit", dependencies: ["CLinux", system], path: "Tests/LabKit", swiftSettings: strict),
    .executableTarget(
      name: "WatchProbe",
      dependencies: ["Addressing", "Export", "Inspection", "Kernel", "Topology"],
      path: "Tests/WatchProbe", swiftSettings: strict),
    .executableTarget(
      name: "DemoProbe", dependencies: ["Demo", "Inspection", "Kernel", "Topology"],
      path: "Tests/DemoProbe", swiftSettings: strict),
    .testTarget(
      name: "DemoTests",
      dependencies: ["Addressing", "Demo", "DemoProbe", "Kernel", "LabKit", system],
      swiftSettings: strict),
    .testTarget(
      name: "ProgramTests", dependencies: ["Demo", "LabKit", "WatchProbe", "cnitop"],
      swiftSettings: strict),
    .testTarget(
      name: "KernelTests",
      dependencies: [
        "Addressing", "Files", "FirewallKit", "Kernel", "LabKit", "Netlink", "TestKit",
        "TopologyKit", system,
      ],
      swiftSettings: strict),
    .target(
      name: "FuzzKit",
      dependencies: [
        "Addressing", "CNI", "Demo", "Dice", "Engine", "Export", "Formats", "Hex", "Inspection",
        "Kernel", "Netlink", "NodeSetup", "Quoting", "Rules", "Screens", "TUI", "Terminal",
        "Topology", system,
      ], path: "Tests/Fuzz/Kit", swiftSettings: lifetimes),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzKit"], swiftSettings: strict),
  ] + fuzzer
)
