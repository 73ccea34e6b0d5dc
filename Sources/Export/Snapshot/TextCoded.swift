import Addressing
import Topology

/// A value that is a text of JSON in which nothing needs an escape.
protocol TextCoded {
  /// What it has to be, for those who wrote another thing.
  static var wanted: String { get }
  init?(_ text: String)
  /// Appends the text.
  func write(to bytes: inout [UInt8])
}

extension IPAddress: TextCoded {
  static var wanted: String { "an address" }
}

extension Prefix: TextCoded {
  static var wanted: String { "a prefix" }
}

extension MACAddress: TextCoded {
  static var wanted: String { "a MAC address" }
}

extension Timestamp: TextCoded {
  static var wanted: String { "a time such as \(Timestamp(seconds: 0).rfc3339)" }

  init?(_ text: String) {
    self.init(rfc3339: text)
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: rfc3339.utf8)
  }
}

extension TextCoded where Self: RawRepresentable & CaseIterable, RawValue == String {
  static var wanted: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }

  init?(_ text: String) {
    self.init(rawValue: text)
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: rawValue.utf8)
  }
}

extension Allocation.State: TextCoded {}
extension BridgePort.State: TextCoded {}
extension CachedADD.State: TextCoded {}
extension CNISetup.Finding.Severity: TextCoded {}
extension ConfigurationFile.Verdict.Outcome: TextCoded {}
extension Interface.Address.Scope: TextCoded {}
extension Interface.OperationalState: TextCoded {}
extension Namespace.Label.Source: TextCoded {}
extension Route.Kind: TextCoded {}
extension Rule.Owner: TextCoded {}
extension TableID.Backend: TextCoded {}
