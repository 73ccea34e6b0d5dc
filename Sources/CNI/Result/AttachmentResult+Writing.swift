import Addressing
import Formats

extension AttachmentResult {
  /// The result as that version of the specification has it.
  public func json(_ version: CNIVersion) -> String { value(version).written }

  func value(_ version: CNIVersion) -> JSON {
    // libcni leaves dns out since 1.0.0 where it is empty.
    let saysDNS = version < .v1_0_0 || !dns.isEmpty
    let parts: [JSON] = [
      .members([ResultKey.cniVersion: .string(version.rawValue)]),
      version < .v0_3_0 ? legacy : current(version),
      .members([ResultKey.dns: saysDNS ? dns.json : nil]),
    ]
    return .object(parts.flatMap(\.members))
  }

  private func current(_ version: CNIVersion) -> JSON {
    .members([
      ResultKey.interfaces: list(interfaces.map { $0.json(version) }),
      .ips: list(addresses.map { $0.json(version) }),
      .routes: list(routes.map(\.json)),
    ])
  }

  private func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

  /// Before 0.3.0 there was one address of each family, with the routes of that family.
  private var legacy: JSON {
    .members([ResultKey.ip4: legacy(.v4), .ip6: legacy(.v6)])
  }

  private func legacy(_ family: IPAddress.Family) -> JSON? {
    guard let address = addresses.first(where: { $0.prefix.address.family == family }) else {
      return nil
    }
    let own = routes.filter { $0.destination.address.family == family }
    return .members([
      LegacyAddressKey.address: .string(address.prefix.description),
      .gateway: address.gateway.map { .string($0.description) },
      .routes: list(own.map(\.json)),
    ])
  }
}

extension AttachmentResult.Interface {
  fileprivate func json(_ version: CNIVersion) -> JSON {
    .members([
      ResultInterfaceKey.name: .string(name), .mac: mac.map { .string($0.description) },
      .mtu: version < .v1_1_0 ? nil : mtu.map { .integer(Int($0)) },
      .sandbox: sandbox.map(JSON.string),
    ])
  }
}

extension AttachmentResult.Address {
  /// The family was said in words until 1.0.0.
  fileprivate func json(_ version: CNIVersion) -> JSON {
    .members([
      ResultAddressKey.version: version < .v1_0_0
        ? .string(prefix.address.family == .v4 ? "4" : "6") : nil,
      .interface: interface.map(JSON.integer), .address: .string(prefix.description),
      .gateway: gateway.map { .string($0.description) },
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
      RouteKey.destination: .string(destination.description),
      .gateway: gateway.map { .string($0.description) }, .mtu: number(mtu),
      .advertisedMSS: number(advertisedMSS), .priority: number(priority),
      .table: table.map { .integer(Int($0)) }, .scope: scope.map { .integer(Int($0)) },
    ])
  }
}

extension DNSConfig {
  var json: JSON {
    .members([
      DNSKey.nameservers: .texts(nameservers), .domain: domain.map(JSON.string),
      .search: .texts(search), .options: .texts(options),
    ])
  }
}
