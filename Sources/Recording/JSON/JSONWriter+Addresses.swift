import Addressing
import Topology

extension JSONWriter {
  mutating func field(_ key: String, _ address: IPAddress?) {
    guard let address else { return }
    field(key, plain: { $0.append(address) })
  }

  mutating func field(_ key: String, _ prefix: Prefix?) {
    guard let prefix else { return }
    field(key) { bytes in
      bytes.append(prefix.address)
      bytes.append(UInt8(ascii: "/"))
      bytes.append(decimal: prefix.length)
    }
  }

  mutating func field(_ key: String, _ address: MACAddress?) {
    guard let address else { return }
    field(key) { bytes in
      for shift in stride(from: UInt64(40), through: 0, by: -8) {
        if shift < 40 { bytes.append(UInt8(ascii: ":")) }
        bytes.append(digit: UInt8(truncatingIfNeeded: address.rawValue >> (shift + 4)))
        bytes.append(digit: UInt8(truncatingIfNeeded: address.rawValue >> shift))
      }
    }
  }

  mutating func field(_ key: String, _ moment: Timestamp?) {
    field(key, moment.map(\.rfc3339))
  }

  mutating func field(_ key: String, _ namespace: NamespaceID?) {
    field(key, namespace.map(\.description))
  }
}

extension [UInt8] {
  /// IPv4 is written here, digit by digit: there are thousands of them in a snapshot.
  fileprivate mutating func append(_ address: IPAddress) {
    switch address {
    case .v4(let value):
      for shift: UInt32 in [24, 16, 8, 0] {
        if shift < 24 { append(UInt8(ascii: ".")) }
        append(decimal: UInt8(truncatingIfNeeded: value >> shift))
      }
    case .v6: append(contentsOf: address.description.utf8)
    }
  }

  fileprivate mutating func append(decimal value: UInt8) {
    if value >= 100 { append(UInt8(ascii: "0") + value / 100) }
    if value >= 10 { append(UInt8(ascii: "0") + value / 10 % 10) }
    append(UInt8(ascii: "0") + value % 10)
  }

  /// The lower half of `value`, in hexadecimal.
  fileprivate mutating func append(digit value: UInt8) {
    let digit = value & 0xf
    append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
