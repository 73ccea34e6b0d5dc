import Addressing
public import CNI
import Netlink

extension Assignment {
  /// With the gateways and default routes that the bridge's configuration adds.
  public func completed(by config: BridgeConfig) -> Assignment {
    var copy = self
    for index in addresses.indices {
      copy.addresses[index].interface = 2  // after the bridge and the host's end
      let prefix = addresses[index].prefix
      if config.isGateway, addresses[index].gateway == nil {
        copy.addresses[index].gateway = prefix.firstHost
      }
      guard config.isDefaultGateway, !copy.hasDefaultRoute(prefix.address.family) else { continue }
      let all = Prefix(prefix.address.family.address(0), length: 0) ?? prefix
      copy.routes.append(ResultRoute(destination: all, gateway: copy.addresses[index].gateway))
    }
    return copy
  }

  private func hasDefaultRoute(_ family: IPAddress.Family) -> Bool {
    routes.contains {
      $0.destination.length == 0 && $0.destination.address.family == family && $0.gateway != nil
    }
  }

  /// The bridge's own addresses, each once.
  var gateways: [Prefix] {
    var prefixes: [Prefix] = []
    for address in addresses {
      guard let gateway = address.gateway,
        let prefix = Prefix(gateway, length: address.prefix.length), !prefixes.contains(prefix)
      else { continue }
      prefixes.append(prefix)
    }
    return prefixes
  }

  /// Routes as the kernel gets them: without a gateway of their own through that of the first
  /// address of the family. Table 0 is the main one, as for the kernel itself.
  var newRoutes: [NewRoute] {
    routes.map { route in
      let family = route.destination.address.family
      let usual = addresses.first { $0.gateway?.family == family }?.gateway
      return NewRoute(
        destination: route.destination, gateway: route.gateway ?? usual, metric: route.priority,
        table: route.table == 0 ? nil : route.table, scope: route.scope ?? 0, mtu: route.mtu,
        segmentSize: route.advertisedMSS)
    }
  }
}

extension Prefix {
  /// The first address after the network's own.
  fileprivate var firstHost: IPAddress {
    let network = network.address
    return network.family.address(network.number &+ 1)
  }
}

extension [Prefix] {
  /// Those of its addresses, each once, IPv4 first.
  var families: [IPAddress.Family] {
    IPAddress.Family.allCases.filter { family in contains { $0.address.family == family } }
  }
}
