public import Addressing
public import Files
public import SystemPackage

/// What host-local keeps of one network: a directory named for it, in a data directory.
public struct LeaseDirectory: Hashable, Sendable {
  public let path: FilePath
  /// The network's name.
  public let network: String
  /// By address.
  public private(set) var leases: [Lease] = []
  /// The address given out last, by the index of its range set; 0 for a file without an index.
  public private(set) var lastReserved: [Int: IPAddress] = [:]
  /// Names that mean nothing to host-local.
  public private(set) var foreign: [String] = []
  /// Damaged leases, and what could not be read.
  public private(set) var gaps: [FileGap] = []

  /// Reads all of it; a directory that cannot be read is a gap in an empty one.
  public init(_ path: FilePath) {
    self.path = path
    network = path.lastComponent?.string ?? ""
    do throws(FileFailure) {
      try read()
    } catch {
      gaps.append(FileGap(path, error))
    }
  }

  /// Brings up to date what these files in it say, after changes.
  public mutating func reread(_ names: Set<String>) {
    let addresses = Set(names.compactMap { IPAddress($0) })
    let files = names.map(path.appending)
    leases.removeAll { addresses.contains($0.address) }
    for set in names.compactMap(LeaseFile.rangeSet) { lastReserved[set] = nil }
    foreign.removeAll(where: names.contains)
    gaps.removeAll { gap in files.contains { gap.concerns($0) } }
    for (name, file) in zip(names, files) { add(LeaseFile(file), named: name) }
    putInOrder()
  }

  private mutating func read() throws(FileFailure) {
    let directory = try Directory(path, links: .refused)
    let found = try directory.names(limit: Limits.leases)
    if found.isCutOff { gaps.append(.cutOff(path, after: Limits.leases)) }
    for name in found.names { add(LeaseFile(name, in: directory, at: path), named: name) }
    putInOrder()
  }

  private mutating func putInOrder() {
    leases.sort { $0.address < $1.address }
    foreign.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    gaps.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func add(_ file: LeaseFile, named name: String) {
    switch file {
    case .lease(let lease): leases.append(lease)
    case .lastReserved(let set, let address): lastReserved[set] = address
    case .lock, .gone: break
    case .foreign: foreign.append(name)
    case .damaged(let gap): gaps.append(gap)
    }
  }
}
