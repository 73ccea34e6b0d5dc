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

  private var dataDir: FilePath { FilePath(config.dataDir) }
  private var directory: FilePath { dataDir.appending(config.network) }

  /// Of whatever the attachment holds.
  var claim: Claim { Claim(dataDir: config.dataDir, network: config.network, key: key) }

  /// Locks the leases of the network.
  func open() throws(CNIError) -> LeaseStore {
    do throws(FileFailure) {
      return try LeaseStore(dataDir: dataDir, network: config.network)
    } catch {
      throw io(error)
    }
  }

  /// Chooses addresses, none of which is reserved yet.
  func assign(from store: borrowing LeaseStore) throws(CNIError) -> Assignment {
    var claim = claim
    claim.addresses = try allocate(from: store)
    return Assignment(claim, routes: config.routes, dns: try dns())
  }

  /// What would be chosen now, without a lock and without a trace.
  func preview() throws(CNIError) -> Assignment {
    let found = LeaseDirectory(directory)
    var claim = claim
    claim.addresses = try choose(Set(found.leases.map(\.address)), found.lastReserved)
    return Assignment(claim, routes: config.routes, dns: try dns())
  }

  private func choose(
    _ taken: Set<IPAddress>, _ last: [Int: IPAddress]
  ) throws(CNIError) -> [AllocatedAddress] {
    do throws(AllocationFailure) {
      return try Allocator(config.sets, taken: taken, lastReserved: last)
        .allocate(requested: config.requested)
    } catch {
      throw CNIError(.noAddress, error.description)
    }
  }

  private func allocate(from store: borrowing LeaseStore) throws(CNIError) -> [AllocatedAddress] {
    let taken: Set<IPAddress>
    do throws(FileFailure) {
      taken = try store.taken()
    } catch {
      throw io(error)
    }
    return try choose(taken, store.lastReserved(ofSets: config.sets.count))
  }

  func release() throws(CNIError) {
    do throws(FileFailure) {
      switch try LeaseStore.existing(dataDir: dataDir, network: config.network) {
      case .some(let store): try store.release(key)
      case .none: break
      }
    } catch {
      throw io(error)
    }
  }

  func check() throws(CNIError) {
    guard !LeaseDirectory(directory).addresses(of: key).isEmpty else {
      throw CNIError(.mismatch, "\(key.containerID) holds no address in \(directory)")
    }
  }

  /// Removes the leases of all other attachments; their keys come back.
  @discardableResult
  func collect(keeping valid: Set<AttachmentKey>) throws(CNIError) -> Set<AttachmentKey> {
    do throws(FileFailure) {
      switch try LeaseStore.existing(dataDir: dataDir, network: config.network) {
      case .none: return []
      case .some(let store):
        let stale = store.found.leases.filter { !valid.keeps($0.holder) }
        for lease in stale { try store.release(lease.address) }
        return Set(stale.map(\.holder))
      }
    } catch {
      throw io(error)
    }
  }

  /// - Throws: code 50 if an ADD could not work now.
  func checkRoom() throws(CNIError) {
    do throws(CNIError) {
      let store = try open()
      _ = try allocate(from: store)
    } catch {
      throw CNIError(.notAvailable, error.message, details: error.details)
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

  private func io(_ failure: FileFailure) -> CNIError {
    CNIError(.io, "\(directory): \(failure)")
  }
}

extension Set<AttachmentKey> {
  /// A lease from before interfaces were named belongs to all of its container.
  func keeps(_ holder: AttachmentKey) -> Bool {
    contains(holder)
      || holder.interfaceName.isEmpty && contains { $0.containerID == holder.containerID }
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
