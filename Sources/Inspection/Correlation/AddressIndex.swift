import Addressing
import Topology

/// Where each address is up, and which container lives where: what a lease is compared with.
struct AddressIndex {
  private(set) var places: [IPAddress: [InterfaceID]] = [:]
  /// Those whose links nobody could read.
  private(set) var unread: Set<NamespaceID> = []
  private var homes: [String: NamespaceID] = [:]
  private var firstContainers: [NamespaceID: String] = [:]
  private var sortedIDs: [String] = []
  private var titles: [String: String] = [:]

  init(_ namespaces: [Namespace]) {
    for namespace in namespaces {
      if namespace.error != nil { unread.insert(namespace.id) }
      firstContainers[namespace.id] = namespace.containers.first?.id
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
    sortedIDs = homes.keys.sorted()
  }

  /// A container by its id, or by the beginning of it where a comment was too long for the whole.
  func container(startingWith id: String) -> String? {
    if homes[id] != nil { return id }
    guard id.utf8.count >= 12 else { return nil }
    var low = 0
    var high = sortedIDs.count
    while low < high {
      let middle = (low + high) / 2
      if sortedIDs[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < sortedIDs.count && sortedIDs[low].hasPrefix(id) ? sortedIDs[low] : nil
  }

  /// The first container of a namespace.
  func container(in namespace: NamespaceID) -> String? { firstContainers[namespace] }

  func home(of containerID: String) -> NamespaceID? { homes[containerID] }
  func title(of containerID: String) -> String? { titles[containerID] }
}
