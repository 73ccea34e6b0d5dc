import Formats
import Testing

@testable import CNI

/// What is read and what is known of a configuration are one table.
@Suite struct SchemaTests {
  /// One value of each kind, which is sound where the kind is.
  static let values: [(text: String, json: JSON)] = [
    ("true", .bool(true)), ("1", .integer(1)), ("1.5", .number(1.5)), ("[]", .array([])),
    ("{}", .object([])), (#""x""#, .string("x")), ("null", .null),
  ]

  private func input(_ members: String) throws -> PluginInput {
    try PluginInput(Array(#"{"name":"a","type":"bridge",\#(members)}"#.utf8))
  }

  @Test(arguments: BridgeKey.allCases) func theBridgeReadsWhatTheCheckAdmits(_ key: BridgeKey) {
    for value in Self.values {
      let isRead = (try? input(#""\#(key.rawValue)":\#(value.text)"#).bridge(.init())) != nil
      let isAdmitted = key.rule.admits(value.json)
      #expect(!isRead || isAdmitted, "\(key) reads \(value.text), which the check refuses")
      let mayBeAnything = key.rule.type != .text
      #expect(isRead || !isAdmitted || !mayBeAnything, "\(key) refuses \(value.text)")
    }
  }

  /// But for the two that the plugin has no use for.
  @Test(arguments: [
    (HostLocalKey.ranges, "[]"), (.routes, "[]"), (.dataDir, #""/x""#), (.resolvConf, #""/x""#),
  ])
  func hostLocalToo(_ key: HostLocalKey, _ sound: String) throws {
    let range = #""type":"host-local","subnet":"10.0.0.0/24""#
    for value in Self.values {
      let ipam = #""ipam":{\#(range),"\#(key.rawValue)":\#(value.text)}"#
      let isRead = (try? input(ipam).hostLocal(.init())) != nil
      #expect(!isRead || key.rule.admits(value.json), "\(key) reads \(value.text)")
    }
    #expect(throws: Never.self) {
      try input(#""ipam":{\#(range),"\#(key.rawValue)":\#(sound)}"#).hostLocal(.init())
    }
  }

  @Test(arguments: RangeKey.allCases) func rangesToo(_ key: RangeKey) {
    for value in Self.values where !key.rule.admits(value.json) {
      #expect(throws: CNIError.self) {
        try input(#""ipam":{"subnet":"10.0.0.0/24","\#(key.rawValue)":\#(value.text)}"#)
          .hostLocal(.init())
      }
    }
  }

  @Test(arguments: RouteKey.allCases) func routesToo(_ key: RouteKey) {
    for value in Self.values where !key.rule.admits(value.json) {
      let route = #"{"dst":"10.1.0.0/24","\#(key.rawValue)":\#(value.text)}"#
      #expect(throws: CNIError.self) {
        try input(#""ipam":{"subnet":"10.0.0.0/24","routes":[\#(route)]}"#).hostLocal(.init())
      }
    }
  }

  @Test(arguments: [(BridgeKey.mtu, 65535), (.vlan, 4094)]) func numbersAreOfTheRulesRange(
    _ key: BridgeKey, _ most: Int
  ) throws {
    #expect(key.rule.type == .number(0...most))
    _ = try input(#""\#(key.rawValue)":\#(most)"#).bridge(.init())
    for beyond in [most + 1, -1] {
      #expect(
        throws: CNIError(
          .invalidConfiguration, #""\#(key.rawValue)" must be a number from 0 to \#(most)"#)
      ) {
        try input(#""\#(key.rawValue)":\#(beyond)"#).bridge(.init())
      }
    }
  }

  @Test func oneKeyIsOfOneTypeInAllPlugins() {
    for (plugin, table) in ConfigSchema.plugins {
      for name in table.names {
        for other in [BridgeKey(rawValue: name)?.rule, MacvlanKey(rawValue: name)?.rule] {
          guard let other, let own = table[name] else { continue }
          #expect(own.type.description == other.type.description, "\(name) of \(plugin)")
        }
      }
    }
  }

  @Test func keysAreFoundInAnyCaseAndOnlyOnce() {
    let table = KeyTable(BridgeKey.self).adding(ConfigSchema.plugin)
    #expect(table.match("ISGATEWAY")?.key == "isGateway" && table.match("isGateway ") == nil)
    for table in ConfigSchema.plugins.values.map({ $0.adding(ConfigSchema.plugin) }) {
      #expect(Set(table.names.map(\.foldedKey)).count == table.names.count)
    }
  }
}
