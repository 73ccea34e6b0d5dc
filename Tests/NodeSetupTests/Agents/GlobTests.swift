import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

@Suite struct GlobTests {
  /// Of Go's own table of what `filepath.Match` takes.
  @Test(arguments: [
    ("abc", "abc", true), ("*", "abc", true), ("*", ".hidden", true), ("*c", "abc", true),
    ("a*", "a", true), ("a*", "abc", true), ("a*b*c*d*e*", "axbxcxdxe", true),
    ("a*b?c*x", "abxbbxdbxebxczzx", true), ("a*b?c*x", "abxbbxdbxebxczzy", false),
    ("ab[c]", "abc", true), ("ab[b-d]", "abc", true), ("ab[e-g]", "abc", false),
    ("ab[^c]", "abc", false), ("ab[^e-g]", "abc", true), ("a\\*b", "a*b", true),
    ("a\\*b", "ab", false), ("a?b", "a\u{263a}b", true), ("a[^a]b", "a\u{263a}b", true),
    ("a???b", "a\u{263a}b", false), ("[a-\u{3b6}]*", "\u{3b1}", true), ("*[a-\u{3b6}]", "A", false),
    ("[\\]a]", "]", true), ("[\\-]", "-", true), ("[x\\-]", "x", true), ("[x\\-]", "z", false),
    ("[!a]", "b", false), ("[!a]", "!", true), ("{a,b}", "a", false), ("**", "x", true),
    ("*.toml", "a.toml", true), ("*.toml", "a.toml~", false), ("", "", true), ("?", "", false),
  ]) func matches(_ pattern: String, _ name: String, _ isOne: Bool) throws {
    #expect(try #require(GlobPattern(pattern)).matches(name) == isOne)
  }

  @Test(arguments: [
    "[]a]", "[-]", "[x-]", "[-x]", "[", "[^", "[^bc", "a[", "a\\", "[a-b-c]", "[\\",
  ])
  func refuses(_ pattern: String) { #expect(GlobPattern(pattern) == nil) }

  @Test func aHostilePatternTakesNoTime() throws {
    let pattern = try #require(GlobPattern(String(repeating: "*a", count: 200) + "b"))
    #expect(!pattern.matches(String(repeating: "a", count: 255)))
  }

  @Test func goesThroughDirectories() throws {
    let scratch = try Scratch()
    for name in ["b/1.toml", "a/2.toml", "a/.3.toml", "a/x", "c.toml"] {
      try scratch.write(name, [])
    }
    func find(_ path: String) throws -> [String] {
      try #require(GlobSearch(FilePath(path), below: scratch.path)).found.map {
        String($0.string.dropFirst(scratch.path.string.utf8.count + 1))
      }
    }
    #expect(try find("/*/*.toml") == ["a/.3.toml", "a/2.toml", "b/1.toml"])
    #expect(try find("/[a]/?.toml") == ["a/2.toml"])
    #expect(try find("/*/x") == ["a/x"])
    #expect(try find("/none/*") == [])
    #expect(GlobSearch("/[/*", below: scratch.path) == nil)
  }
}
