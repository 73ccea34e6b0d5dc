import Addressing
import CNI
import Files
import Kernel
import Netlink
import SystemPackage

extension NodeExecutor {
  mutating func reserve(_ reservation: Reservation, _ journal: inout [Undo]) throws(StepFailure) {
    do {
      let store = try lockedLeases(of: reservation)
      for given in reservation.addresses {
        var own = reservation
        own.addresses = [given]
        let address = given.prefix.address
        guard try store.reserve(address, for: reservation.key) else {
          throw StepFailure.noAddress("\(address) was taken meanwhile")
        }
        journal.append(.release(own))
        try store.setLastReserved(address, ofSet: given.set)
      }
    } catch let failure as FileFailure {
      throw .file(path: reservation.directory, failure)
    } catch {
      throw StepFailure(error)
    }
  }

  private mutating func lockedLeases(of reservation: Reservation) throws(FileFailure) -> LeaseStore
  {
    if let held = leases.take() { return held }
    return try LeaseStore(dataDir: FilePath(reservation.dataDir), network: reservation.network)
  }

  /// Of a reservation without addresses, whatever the attachment holds.
  mutating func release(_ reservation: Reservation) throws(StepFailure) -> StepReport.Outcome {
    leases = nil  // a lock of our own would be waited for
    do throws(FileFailure) {
      let store = try LeaseStore.existing(
        dataDir: FilePath(reservation.dataDir), network: reservation.network)
      switch store {
      case .some(let store) where reservation.addresses.isEmpty:
        return try store.release(reservation.key, known: reservation.known).isEmpty
          ? .alreadySo : .changed
      case .some(let store):
        for given in reservation.addresses {
          try store.release(given.prefix.address, of: reservation.key)
        }
        return .changed
      case .none: return .alreadySo
      }
    } catch {
      throw .file(path: reservation.directory, error)
    }
  }

  mutating func addGateways(
    _ spec: GatewaySpec, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    let name = spec.interface
    let bridge = try existing(name)
    var present = try route.list(.addresses(of: bridge.index)).compactMap { $0 }
      .filter { $0.index == bridge.index }.map(\.prefix)
    for prefix in spec.addresses where !present.contains(prefix) {
      for other in present where other.isInTheWay(of: prefix) && !spec.addresses.contains(other) {
        guard spec.replacesOthers else {
          throw StepFailure.conflict(
            "\(bridge.kind ?? "interface") \(name) has the address \(other), which is not \(prefix)"
          )
        }
        try deleteAddress(other, from: name)
        present.removeAll { $0 == other }
        journal.append(.restoreAddress(other, to: name))
      }
      guard try addAddress(prefix, to: name) else { continue }  // another attachment was faster
      journal.append(.deleteAddress(prefix, from: name, spec.sharing))
      // Else its MAC address would change with its ports, and the containers' idea of it be wrong.
      if let mac = bridge.mac {
        try route.perform(.change(name, index: bridge.index, LinkChange(mac: mac)))
      }
    }
    return journal.isEmpty ? .alreadySo : .changed
  }

  /// Whether it was not there before.
  mutating func addAddress(_ prefix: Prefix, to name: String) throws -> Bool {
    let index = try route.index(of: name)
    do throws(KernelError) {
      try route.perform(.addAddress(prefix, to: name, index: index))
      return true
    } catch {
      guard case .refused(.fileExists, _) = error.cause else { throw error }
      return false
    }
  }

  mutating func deleteAddress(_ prefix: Prefix, from name: String) throws {
    let index = try route.index(of: name)
    try route.perform(.deleteAddress(prefix, from: name, index: index))
  }

  mutating func forward(
    _ family: IPAddress.Family, _ sharing: Sharing, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    if (try? route.list(.isForwarding(family)).first) == true { return .alreadySo }
    guard let before = try Sysctl(family.forwarding).set("1") else { return .alreadySo }
    journal.append(.restoreSetting(family.forwarding, value: before, sharing))
    return .changed
  }

  /// Sets it back, unless another attachment relies on it: that has made its pair before it looks at
  /// the setting, so one that is overlooked before is seen after.
  mutating func restore(_ name: String, _ value: String, _ sharing: Sharing) throws {
    guard try isOnlyPair(sharing), let now = try Sysctl(name).set(value) else { return }
    if try !isOnlyPair(sharing) { try Sysctl(name).set(now) }
  }

  /// Whether no other container is tied to the host.
  private mutating func isOnlyPair(_ sharing: Sharing) throws(KernelError) -> Bool {
    try route.list(.links).allSatisfy { link in
      link.kind != "veth" || link.iflink?.nsid == nil || sharing.ports.contains(link.name)
    }
  }

  mutating func waitForCarrier(_ host: String) throws -> StepReport.Outcome {
    var last: UInt8 = 0
    for pause in Pauses(longest: .milliseconds(2500)) {
      last = try existing(host).operationalState
      if last == 6 { return .alreadySo }  // IF_OPER_UP
      _ = wait(for: [], timeout: pause)
    }
    throw StepFailure.mismatch("\(host) does not carry: its state is \(last)")
  }
}

extension Prefix {
  /// A bridge may have many IPv6 addresses, of networks that do not overlap, but one of IPv4. Link-local
  /// ones are of every network.
  fileprivate func isInTheWay(of prefix: Prefix) -> Bool {
    guard address.family == prefix.address.family, !address.isLinkLocal else { return false }
    return address.family == .v4 || contains(prefix.address) || prefix.contains(address)
  }
}
