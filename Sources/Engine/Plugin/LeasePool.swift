import Addressing
import CNI
import Files
import SystemPackage

/// host-local's part of an operation: which addresses, and where they are noted.
struct LeasePool {
  let config: HostLocalConfig
  private let key: AttachmentKey

  init(_ config: HostLocalConfig, _ key: AttachmentKey) {
    self.config = config
    self.key = key
  }

  var held: AttachmentLeases { AttachmentLeases(place: config.place, key: key) }

  /// Chooses addresses, none of which is reserved yet.
  func assign(from store: borrowing LeaseStore) throws(CNIError) -> Assignment {
    var reservation = held.reservation
    reservation.addresses = try allocate(from: store)
    return Assignment(reservation, routes: config.routes, dns: try dns())
  }

  /// What would be chosen now, without a lock and without a trace.
  func preview() throws(CNIError) -> Assignment {
    let found = LeaseDirectory(held.directory)
    let taken = Set(found.leases.map(\.address))
    var reservation = held.reservation
    reservation.addresses = try choose(after: found.lastReserved, isTaken: taken.contains)
    return Assignment(reservation, routes: config.routes, dns: try dns())
  }

  /// - Throws: code 50 if an ADD could not work now.
  func checkRoom() throws(CNIError) {
    do throws(CNIError) {
      let store = try held.open()
      _ = try allocate(from: store)
    } catch {
      throw CNIError(.notAvailable, error.message, details: error.details)
    }
  }

  private func allocate(from store: borrowing LeaseStore) throws(CNIError) -> [AllocatedAddress] {
    try choose(after: store.lastReserved(ofSets: config.sets.count)) { store.isTaken($0) }
  }

  private func choose(
    after last: [Int: IPAddress], isTaken: (IPAddress) -> Bool
  ) throws(CNIError) -> [AllocatedAddress] {
    do throws(AllocationFailure) {
      return try Allocator(config.sets, lastReserved: last)
        .allocate(requested: config.requested, isTaken: isTaken)
    } catch {
      throw CNIError(.noAddress, error.description)
    }
  }

  private func dns() throws(CNIError) -> DNSConfig {
    guard let path = config.resolvConf else { return DNSConfig() }
    do throws(FileFailure) {
      return DNSConfig(
        resolverFile: try File(FilePath(path), limit: 65_536, links: .followed).bytes)
    } catch {
      throw CNIError(.io, "\(path): \(error)")
    }
  }
}

extension DNSConfig {
  /// Reads a file as resolv.conf(5) describes it.
  init(resolverFile bytes: [UInt8]) {
    self.init()
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard words.count > 1 else { continue }
      switch words[0] {
      case "nameserver": nameservers.append(words[1])
      case "domain": domain = words[1]
      case "search": search += words.dropFirst()
      case "options": options += words.dropFirst()
      default: continue
      }
    }
  }
}
