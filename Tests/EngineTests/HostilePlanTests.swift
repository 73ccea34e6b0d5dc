import Addressing
import CNI
import Foundation
import LabKit
import Testing

@testable import Engine

/// Names that would be code, in everything that a plan says a person could type.
@Suite struct HostilePlanTests {
  /// What a runtime lets through, or a test gives without one.
  private static let names = [
    "a;touch pwned #", "q$(touch pwned)", "s'$(touch pwned)'", "`touch pwned`",
    "x' /etc/hostname; touch pwned; echo '",
    "n\ntouch pwned", "END\ntouch pwned", "\"\u{301}; touch pwned", "-rf", "\u{1b}[201~\u{202e}",
    "a=b",
  ]

  private func plans(_ name: String) throws -> [Plan] {
    let end = PodEnd(namespacePath: "/run/netns/\(name)", name: name)
    let key = AttachmentKey(containerID: name, interfaceName: name)
    let attachment = Attachment(network: name, key: key, namespacePath: end.namespacePath)
    let input = try PluginInput(
      Array(
        #"{"name":"x","isGateway":true,"ipMasq":true,"macspoofchk":true,"vlan":7,"ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}],[{"subnet":"fd00::/64"}]]}}"#
          .utf8))
    var config = try input.bridge(PluginArguments())
    config.bridge = name
    let reservation = Reservation(
      dataDir: "/var/\(name)", network: name, key: key,
      addresses: try Allocator(try input.hostLocal(PluginArguments()).sets).allocate())
    return [BridgeConfig.MasqueradeBackend.nftables, .iptables].flatMap { backend in
      config.ipMasqBackend = backend
      let assignment = Assignment(reservation, routes: []).completed(by: config)
      return [
        Plan.add(attachment, at: end, config, assignment, host: name),
        .del(attachment, config, reservation),
      ]
    }
  }

  @Test(arguments: names) func everyLineIsACommandOrAComment(_ name: String) throws {
    for plan in try plans(name) {
      let script = ChainPlan(before: ["\(name) ADD"], bridge: plan, after: ["\(name) ADD"]).script
      #expect(script.allSatisfy { !$0.unicodeScalars.contains("\n") })
    }
  }

  /// Each program is one that writes down what it is called with, and does nothing.
  @Test(arguments: names, ["bash", "sh"]) func namesArriveAsWords(_ name: String, _ shell: String)
    throws
  {
    let scribe = try Scratchpad()
    for plan in try plans(name) {
      try scribe.run(plan.script + plan.steps.flatMap(\.checkCommands) + undoing(plan), by: shell)
    }
    let words = scribe.words
    #expect(scribe.hasNothingElse)
    for word in [name, "--net=/run/netns/\(name)", "/var/\(name)/\(name)"] {
      #expect(words.contains(word.bytes), "\(word)")
    }
    let setting = "/proc/sys/net/ipv6/conf/\(name)/accept_dad"
    #expect(
      name.contains("=")
        ? scribe.scripts.contains { $0.contains(setting) }
        : words.contains("net/ipv6/conf/\(name)/accept_dad=0".bytes))
  }

  private func undoing(_ plan: Plan) -> [String] { plan.steps.flatMap(\.undos).flatMap(\.commands) }

  @Test func aNameThatNftCannotWriteIsSaidToBe() throws {
    let commands = try plans("a;b")[0].steps.flatMap(\.commands)
    #expect(commands.contains("# nft cannot write the chain cni-br-iface-a;b-a;b"))
    #expect(!commands.contains { $0.hasPrefix("nft add chain bridge nat cni") })
  }

  @Test func aReleaseIsOfThatAttachmentAlone() throws {
    let directory = FileManager.default.temporaryDirectory.appending(
      path: "cnitop-\(UUID().uuidString)"
    ).path
    let key = AttachmentKey(containerID: "one", interfaceName: "eth0")
    let release = Step.release(Reservation(dataDir: directory, network: "a net", key: key))
    let leases = [
      ("2", "one\\r\\neth0"), ("3", "web\\r\\none"), ("4", "one\\r\\neth1"),
      ("5", "onex\\r\\neth0"),
    ]
    let writing = leases.map { "printf '\($0.1)' > \($0.0)" }
    let command = try Command(
      "sh", "-ec",
      (["mkdir -p '\(directory)/a net'; cd '\(directory)/a net'"] + writing + release.commands
        + ["ls; rm -r '\(directory)'"]).joined(separator: "\n"))
    #expect(command.output == "3\n4\n5\n")
  }
}

/// A directory whose programs write down their words, and nothing else is found.
private final class Scratchpad {
  private let path = FileManager.default.temporaryDirectory.appending(
    path: "cnitop-\(UUID().uuidString)")
  private var bin: String { path.appending(path: "bin").path }
  private var log: URL { path.appending(path: "log") }

  init() throws {
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    let script = """
      #!/bin/sh
      printf '%s\\0' "$@" >> '\(log.path)'
      case ${0##*/} in iptables-restore | ip6tables-restore | xargs | grep | awk) while read -r line; do :; done ;; esac
      """
    for name in [
      "ip", "bridge", "nft", "nsenter", "sysctl", "flock", "mkdir", "rm", "cmp", "grep", "awk",
      "xargs", "cat", "touch",
      "iptables", "ip6tables", "iptables-restore", "ip6tables-restore", "sleep",
    ] {
      let file = bin + "/" + name
      try Data(script.utf8).write(to: URL(filePath: file))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: path)
  }

  func run(_ lines: [String], by shell: String) throws {
    let work = path.appending(path: "work")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    let script = path.appending(path: "script")
    try Data(lines.joined(separator: "\n").utf8).write(to: script)
    // What it writes into files is in directories that nobody makes.
    _ = try Command(
      "bash", "-c",
      "cd '\(work.path)'; PATH='\(bin)' exec /bin/\(shell) '\(script.path)'")
  }

  private var written: [UInt8] { (try? Data(contentsOf: log)).map { Array($0) } ?? [] }

  /// What programs were called with.
  var words: [[UInt8]] {
    written.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
  }

  var scripts: [String] { words.map { String(decoding: $0, as: UTF8.self) } }

  /// Whether no file was made where the scripts ran, and nothing was touched.
  var hasNothingElse: Bool {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: path.appending(path: "work").path)
    return files == [] && !words.contains("pwned".bytes)
  }
}

extension String {
  fileprivate var bytes: [UInt8] { Array(utf8) }
}
