import Dice
import Formats
import SystemPackage
import TestKit
import Testing

@testable import CNI

@Suite struct CacheEntryTests {
  @Test(arguments: UInt64(1)...100) func comesBackAsItWasWritten(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let key = AttachmentKey.random(with: &dice)
    let configuration = (0..<Int.random(in: 0...99, using: &dice)).map { _ in
      UInt8(dice.next() & 255)
    }
    let arguments = Bool.random(using: &dice) ? "" : "IgnoreUnknown=1;K8S_POD_NAME=p\(seed);X;Y="
    let capabilities = Bool.random(using: &dice) ? nil : Array(#"{"ips":["10.0.0.\#(seed)"]}"#.utf8)
    let result = AttachmentResult.random(with: &dice)
    let entry = try CacheEntry(
      network: "net", key: key, namespacePath: Bool.random(using: &dice) ? nil : "/run/netns/a",
      configuration: configuration, result: Array(result.json(.newest).utf8), arguments: arguments,
      capabilities: capabilities)
    let scratch = try Scratch()
    #expect(try CacheEntry.read("net", key, in: scratch.path) == nil)
    try entry.write(in: scratch.path)
    #expect(throws: CNIError.self) { try entry.write(in: scratch.path) }
    let again = try #require(try CacheEntry.read("net", key, in: scratch.path))
    #expect(again == entry && again.key == key && again.network == "net")
    #expect(again.configuration == configuration && again.arguments == arguments)
    #expect(try again.capabilities.map { try JSON($0) } == capabilities.map { try JSON($0) })
    #expect(try AttachmentResult(answer: again.answer) == result)
    let seen = try #require(ResultCache(scratch.path).attachments.first)
    #expect(
      seen.key == key && seen.result == result
        && seen.file == "net-\(key.containerID)-\(key.interfaceName)")
    try CacheEntry.remove("net", key, in: scratch.path)
    #expect(try CacheEntry.read("net", key, in: scratch.path) == nil)
  }

  @Test(arguments: ["a/b", "", "..", "a\0b"]) func isForNoOtherPlace(_ id: String) throws {
    let key = AttachmentKey(containerID: id, interfaceName: "eth0")
    let entry = try CacheEntry(
      network: "net", key: key, namespacePath: nil, configuration: [], result: Array("{}".utf8))
    #expect(throws: CNIError.self) { try entry.write(in: "/nowhere") }
    #expect(throws: CNIError.self) { try CacheEntry.read("net", key, in: "/nowhere") }
  }

  @Test(arguments: [
    (#"{}"#, #"there is no text under "kind""#),
    (#"{"kind":"cniCacheV2","config":""}"#, #""kind" cannot be "cniCacheV2""#),
    (#"{"kind":"cniCacheV1"}"#, #"there is no text under "config""#),
    (#"{"kind":"cniCacheV1","config":"A"}"#, #"there is no text under "config""#),
    ("{", "the JSON ends too early"),
  ]) func whatIsDamagedIsNotTaken(_ text: String, _ reason: String) throws {
    let scratch = try Scratch()
    try scratch.write("net-a-eth0", text: text)
    let key = AttachmentKey(containerID: "a", interfaceName: "eth0")
    let error = #expect(throws: CNIError.self) { try CacheEntry.read("net", key, in: scratch.path) }
    #expect(error?.message.hasSuffix(reason) == true)
  }
}

extension AttachmentKey {
  /// One that a runtime may have made.
  static func random(with dice: inout Dice) -> AttachmentKey {
    let letters = Array("abcXYZ019_.-")
    func text(_ count: Int) -> String {
      "x" + String((0..<count).map { _ in letters[Int.random(in: letters.indices, using: &dice)] })
    }
    return AttachmentKey(
      containerID: text(Int.random(in: 0...80, using: &dice)),
      interfaceName: text(Int.random(in: 0...14, using: &dice)))
  }
}
