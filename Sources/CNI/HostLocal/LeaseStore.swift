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

  /// Every address that something is named for, be it a lease or what stands in the place of one.
  ///
  /// Names are enough: it takes as long with a thousand leases as with one.
  public func taken() throws(FileFailure) -> Set<IPAddress> {
    Set(try directory.names(limit: Limits.leases).names.compactMap { IPAddress($0) })
  }

  /// The address given out last, by the place of its set; without those that cannot be read.
  public func lastReserved(ofSets count: Int) -> [Int: IPAddress] {
    (0..<count).reduce(into: [:]) { marks, set in
      let name = "last_reserved_ip.\(set)"
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
    let content = "\(key.containerID)\r\n\(key.interfaceName)"
    return try directory.make(address.description, Array(content.utf8))
  }

  /// Writes down that an address was the last of its set.
  public func setLastReserved(_ address: IPAddress, ofSet set: Int) throws(FileFailure) {
    try directory.overwrite("last_reserved_ip.\(set)", Array(address.description.utf8))
  }

  /// Removes one lease; whether it was there.
  @discardableResult
  public func release(_ address: IPAddress) throws(FileFailure) -> Bool {
    try directory.remove(address.description)
  }

  /// Removes what an attachment holds, also if it was written before leases named interfaces.
  @discardableResult
  public func release(_ key: AttachmentKey) throws(FileFailure) -> [IPAddress] {
    let addresses = found.addresses(of: key)
    for address in addresses { try release(address) }
    return addresses
  }
}

extension LeaseDirectory {
  /// What an attachment holds; a lease without an interface belongs to all of its container.
  public func addresses(of key: AttachmentKey) -> [IPAddress] {
    let own = leases.filter { $0.holder == key }
    let old = AttachmentKey(containerID: key.containerID, interfaceName: "")
    return (own.isEmpty ? leases.filter { $0.holder == old } : own).map(\.address)
  }
}
