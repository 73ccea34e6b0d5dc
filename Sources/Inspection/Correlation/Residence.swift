import Addressing
import Topology

/// Where each address is up, and which container lives where: what a lease is judged by.
struct Residence {
  private(set) var places: [IPAddress: [InterfaceID]] = [:]
  private var homes: [String: NamespaceID] = [:]
  private var titles: [String: String] = [:]

  init(_ namespaces: [Namespace]) {
    for namespace in namespaces {
      for container in namespace.containers {
        homes[container.id] = namespace.id
        titles[container.id] = container.title
      }
      for interface in namespace.interfaces {
        for address in interface.addresses {
          let address = address.prefix.address
          guard !address.isLoopback, !address.isLinkLocal else { continue }
          places[address, default: []].append(interface.id)
        }
      }
    }
  }

  func home(of containerID: String) -> NamespaceID? { homes[containerID] }
  func title(of containerID: String) -> String? { titles[containerID] }
}
