public import Addressing
public import Files
public import SystemPackage

/// The leases of one network, locked against every other plugin for as long as this value lives.
///
/// Shared with the reference host-local: the same lock, the same files.
public struct LeaseStore: ~Copyable {
  private let directory: Directory
  private let path: FilePath
  private let lock: FileLock

  /// Makes the directory where it is not there yet, and waits for the lock.
  public init(dataDir: FilePath, network: String) throws(FileFailure) {
    guard network.isNetworkName else { throw .refused(.invalidArgument) }
    try self.init(
      Directory.making(dataDir).makingDirectory(network), dataDir.appending(network))
  }

  /// Waits for the lock; `nil` where the directory is not there.
  public static func existing(
    dataDir: FilePath, network: String
  ) throws(FileFailure) -> LeaseStore? {
    guard network.isNetworkName else { throw .refused(.invalidArgument) }
    do throws(FileFailure) {
      return try LeaseStore(
        Directory(dataDir).directory(network), dataDir.appending(network))
    } catch .refused(.noSuchFileOrDirectory) {
      return nil
    }
  }

  private init(_ directory: consuming Directory, _ path: FilePath) throws(FileFailure) {
    let held = try FileLock("lock", in: directory)
    lock = held
    self.directory = directory
    self.path = path
  }

  /// Everything in it, each lease read.
  public var found: LeaseDirectory { LeaseDirectory(path) }

  /// Whether something is named for the address, be it a lease or what stands in the place of one.
  ///
  /// One look at one name: it takes as long with a hundred thousand leases as with one.
  public func isTaken(_ address: IPAddress) -> Bool {
    do throws(FileFailure) {
      _ = try directory.facts(address.description)
      return true
    } catch {
      return error != .refused(.noSuchFileOrDirectory)
    }
  }

  /// The address given out last, by the place of its set; without those that cannot be read.
  public func lastReserved(ofSets count: Int) -> [Int: IPAddress] {
    (0..<count).reduce(into: [:]) { marks, set in
      let name = LeaseFile.lastReserved(ofSet: set)
      guard case .lastReserved(_, let address) = LeaseFile(name, in: directory, at: path) else {
        return
      }
      marks[set] = address
    }
  }

  /// Writes a lease; `false` where it is taken.
  public func reserve(
    _ address: IPAddress, for key: AttachmentKey
  ) throws(FileFailure) -> Bool {
    try directory.make(address.description, key.leaseContent)
  }

  /// Writes down that an address was the last of its set.
  public func setLastReserved(_ address: IPAddress, ofSet set: Int) throws(FileFailure) {
    try directory.overwrite(LeaseFile.lastReserved(ofSet: set), Array(address.description.utf8))
  }

  /// Removes one lease, if the attachment holds it; whether it did.
  @discardableResult
  public func release(_ address: IPAddress, of key: AttachmentKey) throws(FileFailure) -> Bool {
    guard lease(of: address)?.holder == key else { return false }
    return try directory.remove(address.description)
  }

  /// Removes what an attachment holds, also if it was written before leases named interfaces.
  ///
  /// `known` are the addresses that it is said to hold. If it does, no other lease is looked at;
  /// else all of them are.
  @discardableResult
  public func release(
    _ key: AttachmentKey, known: [IPAddress] = []
  ) throws(FileFailure) -> [IPAddress] {
    let isWhole = !known.isEmpty && known.allSatisfy { lease(of: $0)?.holder == key }
    let addresses = isWhole ? known : try all().addresses(of: key)
    for address in addresses { try directory.remove(address.description) }
    return addresses
  }

  private func lease(of address: IPAddress) -> Lease? {
    guard case .lease(let lease) = LeaseFile(address.description, in: directory, at: path) else {
      return nil
    }
    return lease
  }

  /// Every lease, however many there are.
  private func all() throws(FileFailure) -> [Lease] {
    var leases: [Lease] = []
    for name in try directory.names(limit: .max).names {
      guard case .lease(let lease) = LeaseFile(name, in: directory, at: path) else { continue }
      leases.append(lease)
    }
    return leases
  }
}

extension LeaseDirectory {
  /// What an attachment holds; a lease without an interface belongs to all of its container.
  public func addresses(of key: AttachmentKey) -> [IPAddress] { leases.addresses(of: key) }
}

extension [Lease] {
  fileprivate func addresses(of key: AttachmentKey) -> [IPAddress] {
    let own = filter { $0.holder == key }
    let old = AttachmentKey(containerID: key.containerID, interfaceName: "")
    return (own.isEmpty ? filter { $0.holder == old } : own).map(\.address)
  }
}
