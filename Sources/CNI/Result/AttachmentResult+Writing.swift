import Addressing
import Formats

extension AttachmentResult {
  /// The result as that version of the specification has it.
  public func json(_ version: CNIVersion) -> String { value(version).written }

  func value(_ version: CNIVersion) -> JSON {
    var members = [JSON.Member(key: "cniVersion", value: .string(version.rawValue))]
    members += version < .v0_3_0 ? legacy : current(version)
    // libcni leaves it out since 1.0.0 where it is empty.
    if version < .v1_0_0 || !dns.isEmpty {
      members.append(JSON.Member(key: "dns", value: dns.json))
    }
    return .object(members)
  }

  private func current(_ version: CNIVersion) -> [JSON.Member] {
    JSON.members([
      "interfaces": list(interfaces.map { $0.json(version) }),
      "ips": list(addresses.map { $0.json(version) }),
      "routes": list(routes.map(\.json)),
    ]).members
  }

  private func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

  /// Before 0.3.0 there was one address of each family, with the routes of that family.
  private var legacy: [JSON.Member] {
    var parts: [JSON.Member] = []
    for (key, family) in [("ip4", IPAddress.Family.v4), ("ip6", .v6)] {
      guard let address = addresses.first(where: { $0.prefix.address.family == family }) else {
        continue
      }
      let own = routes.filter { $0.destination.address.family == family }
      let part = JSON.members([
        "ip": .string(address.prefix.description),
        "gateway": address.gateway.map { .string($0.description) },
        "routes": list(own.map(\.json)),
      ])
      parts.append(JSON.Member(key: key, value: part))
    }
    return parts
  }
}

extension AttachmentResult.Interface {
  fileprivate func json(_ version: CNIVersion) -> JSON {
    .members([
      "name": .string(name), "mac": mac.map { .string($0.description) },
      "mtu": version < .v1_1_0 ? nil : mtu.map { .integer(Int($0)) },
      "sandbox": sandbox.map(JSON.string),
    ])
  }
}

extension AttachmentResult.Address {
  /// The family was said in words until 1.0.0.
  fileprivate func json(_ version: CNIVersion) -> JSON {
    .members([
      "version": version < .v1_0_0 ? .string(prefix.address.family == .v4 ? "4" : "6") : nil,
      "interface": interface.map(JSON.integer), "address": .string(prefix.description),
      "gateway": gateway.map { .string($0.description) },
    ])
  }
}

extension ResultRoute {
  /// The same in every version, as libcni has it; a zero says nothing but of a table or a scope.
  fileprivate var json: JSON {
    func number(_ value: UInt32?) -> JSON? {
      value.flatMap { $0 == 0 ? nil : .integer(Int($0)) }
    }
    return .members([
      "dst": .string(destination.description),
      "gw": gateway.map { .string($0.description) }, "mtu": number(mtu),
      "advmss": number(advertisedSegment), "priority": number(priority),
      "table": table.map { .integer(Int($0)) }, "scope": scope.map { .integer(Int($0)) },
    ])
  }
}

extension DNSConfig {
  var json: JSON {
    .members([
      "nameservers": .texts(nameservers), "domain": domain.map(JSON.string),
      "search": .texts(search), "options": .texts(options),
    ])
  }
}
