import FoundationEssentials
import LabKit
import SystemPackage
import TestKit

/// A network namespace with containers' namespaces, where plugins are called as a runtime does it.
struct PluginLab {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.makeDirectory("data")
    for role in ["bridge", "host-local"] {
      try scratch.link("ours/\(role)", to: Project.cnitop, making: true)
    }
  }

  /// Runs a script, which stops at the first command that fails, and returns its output.
  ///
  /// `call WHO VERB POD [FILE]` calls the plugin bridge of `ours` or `theirs`; `chained FILE` is the
  /// configuration with the answer in FILE as `prevResult`.
  func run(_ config: String, _ script: String, within seconds: Int = 60) throws -> String {
    try scratch.write("conf", Array(config.replacing("DATA", with: data).utf8))
    let prelude = """
      set -euo pipefail
      mount -t tmpfs none /run
      cd \(scratch.path)
      ours=\(scratch.path)/ours theirs=/usr/lib/cni
      call() {
        CNI_COMMAND=$2 CNI_CONTAINERID=container-$3 CNI_NETNS=/run/netns/$3 CNI_IFNAME=eth0 \\
          CNI_PATH=${!1} ${!1}/bridge < ${4:-conf}
      }
      chained() {
        python3 -c 'import json, sys
      config = json.load(open("conf")); config["prevResult"] = json.load(open(sys.argv[1]))
      print(json.dumps(config))' $1
      }
      pod() { ip netns add $1; ip -n $1 link set lo up; }
      inside() { ip netns exec "$@"; }
      state() { ip -br link; ip -br address; nft list ruleset; find \(data) -type f ! -name lock ! -name 'last_*'; }
      ip link set lo up

      """
    try scratch.write("script", Array((prelude + script).utf8))
    let command = try Command(
      "unshare", "-nm", "bash", scratch.path.appending("script").string, within: seconds)
    guard command.exitCode == 0 else {
      throw ScriptFailed(output: command.output, errors: command.errors)
    }
    return command.output
  }

  var data: String { file("data") }

  func file(_ name: String) -> String { scratch.path.appending(name).string }

  /// What is left of the leases of a network.
  func leases(_ network: String = "mynet") throws -> [String] {
    let path = scratch.path.appending("data/\(network)").string
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0 != "lock" && !$0.hasPrefix("last_reserved_ip") }.sorted()
  }
}

struct ScriptFailed: Error, CustomStringConvertible {
  let output: String
  let errors: String
  var description: String { "\(output)\n\(errors)" }
}

extension Scratch {
  func link(_ name: String, to target: String, making: Bool) throws {
    if making { try makeDirectory(FilePath(name).removingLastComponent().string) }
    try link(name, to: target)
  }
}
