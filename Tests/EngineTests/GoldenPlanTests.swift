import CNI
import Engine
import Foundation
import LabKit
import Testing

/// The plans of `assets/examples`, and what deletes them, each as a file in `Plans`.
@Suite struct GoldenPlanTests {
  @Test(arguments: ["10-mynet", "20-dual", "30-ports", "40-apart", "50-vlan", "60-plain"])
  func isTheOneOnRecord(_ name: String) throws {
    let plan = try plan(name)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Plans/\(name).txt")
    if ProcessInfo.processInfo.environment["CNITOP_RECORD"] == "1" {
      try Data(plan.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == plan)
  }

  private func plan(_ name: String) throws -> String {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.examples)
      .first { $0.hasPrefix(name) }
    let path = "\(Self.examples)/\(try #require(found))"
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let list = try NetworkList(bytes)
    let input = try PluginInput(list.configuration(of: 0, previous: nil, capabilities: nil))
    let config = try input.bridge(PluginArguments())
    let attachment = Engine.Attachment(
      network: list.name, key: Classic.attachment.key,
      namespacePath: Classic.attachment.namespacePath)
    var assignment: Assignment?
    var reservation: Reservation?
    if config.ipamType != nil {
      let local = try input.hostLocal(PluginArguments())
      reservation = Reservation(dataDir: local.dataDir, network: local.network, key: attachment.key)
      var full = reservation
      full?.addresses = try Allocator(local.sets).allocate()
      assignment = full.map { Assignment($0, routes: local.routes).completed(by: config) }
    }
    let add = Plan.add(attachment, at: Classic.end, config, assignment, host: "veth1")
    let del = Plan.del(attachment, config, reservation)
    return (add.script + ["", "# DEL"] + del.script).joined(separator: "\n") + "\n"
  }

  private static let examples = Project.root + "/assets/examples"
}
