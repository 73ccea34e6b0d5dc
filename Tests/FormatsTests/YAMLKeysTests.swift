import Dice
import TestKit
import Testing

@testable import Formats

@Suite struct YAMLKeysTests {
  @Test func readsAKubeletsConfiguration() throws {
    let keys = YAMLKeys(String(decoding: try Fixture.bytes("agents/kubelet.yaml"), as: UTF8.self))
    #expect(keys["clusterDNS"] == ["10.96.0.10", "fd00::a"])
    #expect(keys["containerRuntimeEndpoint"] == ["unix:///run/containerd/containerd.sock"])
    #expect(keys["podCIDR"] == ["10.42.0.0/24"])
    #expect(keys["authentication"].isEmpty && keys["anonymous"].isEmpty && keys["none"].isEmpty)
  }

  @Test(arguments: [
    ("a: b", ["b"]), ("a: 'b c' # d", ["b c"]), ("\"a\": \"b\"", ["b"]), ("a:", []), ("a: ''", []),
    ("a: [b, 'c']", ["b", "c"]), ("a: []", []), ("a:\n- b\n- c", ["b", "c"]),
    ("a:\n  - b\n  # no\n  - \"c\" # yes", ["b", "c"]), ("a: b\r\nc: d", ["b"]),
    ("a: b\na: c", ["c"]),
    ("# a: b", []), ("b:\n  a: c", []), ("a: b:c", ["b:c"]), ("a: \"", ["\""]), ("a: [b", ["[b"]),
    ("---\na: b", ["b"]),
  ]) func readsEveryForm(_ text: String, _ values: [String]) {
    #expect(YAMLKeys(text)["a"] == values)
  }

  /// Between brackets or below each other, quoted or not.
  @Test(arguments: UInt64(1)...100) func listsAreReadAlike(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let count = Int.random(in: 1...6, using: &dice)
    let values = (0..<count).map { _ in "v\(dice.next() % 1000)" }
    let quoted = values.map { Bool.random(using: &dice) ? "\"\($0)\"" : $0 }
    #expect(YAMLKeys("k: [" + quoted.joined(separator: ", ") + "]")["k"] == values)
    #expect(YAMLKeys("k:\n" + quoted.map { "- \($0)\n" }.joined())["k"] == values)
    #expect(YAMLKeys("k:\n" + quoted.map { "  - \($0)  # c\n" }.joined() + "l: 1")["k"] == values)
  }
}
