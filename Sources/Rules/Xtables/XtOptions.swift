/// The options of an extension, one after the other, as iptables-save writes them.
struct XtOptions {
  private(set) var text = ""

  /// One that takes no value.
  mutating func add(_ option: String, not isInverted: Bool = false) {
    if !text.isEmpty { text += " " }
    if isInverted { text += "! " }
    text += option
  }

  mutating func add(_ option: String, _ value: String, not isInverted: Bool = false) {
    add(option, not: isInverted)
    text += " "
    text += value
  }

  mutating func add(_ option: String, _ value: some BinaryInteger, not isInverted: Bool = false) {
    add(option, String(value), not: isInverted)
  }

  mutating func add(_ option: String, _ range: XtRange<some FixedWidthInteger & Sendable>) {
    add(option, range.text, not: range.isInverted)
  }

  mutating func add(_ option: String, _ address: XtAddress) {
    add(option, address.text, not: address.isInverted)
  }

  mutating func add(_ option: String, _ number: XtMasked) {
    add(option, number.text, not: number.isInverted)
  }
}

extension Clause {
  /// An option that says one thing of a packet.
  init(option: String, _ role: Role, _ value: String, _ isInverted: Bool) {
    self.init(
      role, isInverted ? "! " + option : option, value: value, isInverted: isInverted)
  }

  /// An option with ports.
  init(_ role: Role, _ option: String, _ ports: XtRange<UInt16>) {
    self.init(option: option, role, ports.text, ports.isInverted)
  }
}

extension [Clause] {
  /// The ports that a transport protocol's match looks for, those that it does not look at left out.
  mutating func addPorts(_ source: XtRange<UInt16>?, _ destination: XtRange<UInt16>?) {
    if let source { append(Clause(.sourcePort, "--sport", source)) }
    if let destination { append(Clause(.destinationPort, "--dport", destination)) }
  }
}

/// `0x1f`, with at least so many digits.
func hex(_ value: some BinaryInteger, digits: Int = 1) -> String {
  "0x" + zeroPadded(String(value, radix: 16), digits)
}

/// With as many zeros in front as it takes to be so long.
func zeroPadded(_ digits: String, _ length: Int) -> String {
  String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
}

/// A text as iptables-save writes it: in quotes, unless it is plain.
func saved(_ text: String) -> String {
  text.utf8.allSatisfy(isPlain) && !text.isEmpty ? text : escaped(text, "\"\\'")
}

/// In quotes, with a backslash before each of some signs.
func escaped(_ text: String, _ signs: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    if signs.unicodeScalars.contains(scalar) { quoted += "\\" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
    true
  default: false
  }
}

/// The names of the bits that are set, in the order of the names.
func names(_ bits: UInt32, _ names: [(UInt32, String)], separator: String = ",") -> String {
  names.filter { bits & $0.0 != 0 }.map(\.1).joined(separator: separator)
}
