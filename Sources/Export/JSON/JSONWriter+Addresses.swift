import Addressing
import Formats
import Topology

extension JSONWriter {
  mutating func field(_ key: String, _ address: IPAddress?) {
    guard let address else { return }
    field(key, plain: { address.write(to: &$0) })
  }

  mutating func field(_ key: String, _ prefix: Prefix?) {
    guard let prefix else { return }
    field(key, plain: { prefix.write(to: &$0) })
  }

  mutating func field(_ key: String, _ address: MACAddress?) {
    guard let address else { return }
    field(key, plain: { address.write(to: &$0) })
  }

  mutating func field(_ key: String, _ moment: Timestamp?) {
    field(key, moment.map(\.rfc3339))
  }

  mutating func field(_ key: String, _ namespace: NamespaceID?) {
    field(key, namespace.map(\.description))
  }
}
