import TestKit
import Testing

@testable import Formats

@Suite struct TOMLTests {
  private func read(_ text: String) throws -> TOML { try TOML(Array(text.utf8)) }

  @Test(arguments: [
    ("a = 'b'", "b"), (#"a = "\tx\u00e9\\\"" # b"#, "\tx\u{e9}\\\""), ("\"a\" = ''", ""),
    ("a='''\nb\n'c' '''", "b\n'c' "), ("a = \"\"\"\nb \\\n   c\"\"\"\"", "b c\""),
    ("a = 2026-11-24T22:57:00Z", "2026-11-24T22:57:00Z"), ("a = '#'\r\n", "#"),
  ]) func readsTexts(_ text: String, _ value: String) throws {
    #expect(try read(text)["a"] == .string(value))
  }

  @Test(arguments: [
    ("a = 1_000", JSON.integer(1000)), ("a = -7", .integer(-7)), ("a = 0x1F", .integer(31)),
    ("a = 6.5e3", .number(6500)), ("a = true", .bool(true)), ("a = [ ]", .array([])),
    ("a = [1, # one\n [ 'x', ],\n]", .array([.integer(1), .array([.string("x")])])),
  ]) func readsOtherValues(_ text: String, _ value: JSON) throws {
    #expect(try read(text)["a"] == value)
  }

  @Test func joinsTablesDotsAndInlineTables() throws {
    let toml = try read(
      """
      top.level = 1
      [plugins."io.x.v1".cni] # one table
        bin_dir = "/a"
      [ plugins . 'io.x.v1' ]
      inline = { a.b = 1, 'c d' = [{ e = 2 }] }
      [[list]]
      name = 1
      [[list]]
      name = 2
      [after]
      name = 3
      """)
    #expect(toml["top", "level"] == .integer(1))
    #expect(toml["plugins", "io.x.v1", "cni", "bin_dir"] == .string("/a"))
    #expect(toml["plugins", "io.x.v1", "inline", "a", "b"] == .integer(1))
    #expect(toml["plugins", "io.x.v1", "inline", "c d"]?.elements.first?["e"] == .integer(2))
    #expect(toml["list", "name"] == nil)
    #expect(toml["after", "name"] == .integer(3))
  }

  @Test(arguments: [
    ("a = 1\nb", 2), ("a = ", 1), ("a = = 3", 1), ("a = 'x\ny = 1", 1), ("\n\n[a\n", 3),
    ("a = 1 b = 2", 1), ("a = 1\na = 2", 2), ("a = [1 2]", 1), (#"a = "\q""#, 1), ("a = nope", 1),
    ("a = { b = 1", 1), ("= 1", 1), ("[[a]\n", 1), ("[.", 1), (#"a = "\ud800""#, 1),
  ]) func saysInWhichLineItIsWrong(_ text: String, _ line: Int) {
    #expect(throws: FormatFailure.notTOML(line: line)) { try read(text) }
  }

  @Test func stopsAtADepth() {
    let deep = "a = " + String(repeating: "[", count: 100_000)
    #expect(throws: FormatFailure.tooDeep(levels: 32)) { try read(deep) }
    let dots = "a = { b" + String(repeating: ".c", count: 100_000) + " = 1 }"
    #expect(throws: FormatFailure.tooDeep(levels: 32)) { try read(dots) }
  }

  @Test func readsWhatContainerdWritesItself() throws {
    let toml = try TOML(Fixture.bytes("agents/containerd-1.6.toml"))
    #expect(toml["version"] == .integer(2))
    #expect(toml["plugins", "io.containerd.grpc.v1.cri", "cni", "max_conf_num"] == .integer(1))
    #expect(toml["ttrpc", "uid"] == .integer(0))
    #expect(toml.values.count == 155)
  }
}
