public import Kernel
import Netlink
import NodeSetup
import SystemPackage
import Topology

/// Keeps a snapshot equal to the node, by the node's own events.
///
/// It listens from the host's namespace alone; a pod is visited when it appears, and now and then
/// to make sure. Nothing of a pod is held between two visits.
public struct NodeWatch: ~Copyable {
  public internal(set) var snapshot: Snapshot
  /// What cnitop itself has to say: that it read everything again, and why.
  public internal(set) var notices: [String] = []
  /// How much it took so far, its slow rounds apart.
  public internal(set) var effort = Statistics()
  let inspector: Inspector
  var listeners = Listeners()
  private var directories: Set<String>
  var search = RetrySchedule.forNamespaces
  var naming = RetrySchedule.forNames
  var rounds = ResyncSchedule()
  private var runtimeFiles = RuntimeFileCache()

  /// What costs time as a node grows.
  public struct Statistics: Equatable, Sendable {
    /// Looks for namespaces, at all mounts and all processes.
    public var looks = 0
    /// Namespaces entered because they were new.
    public var visits = 0
    /// Files of runtimes opened.
    public var files = 0
  }
  /// Why the last look failed, if it did.
  var failure: KernelError?

  /// Listens first and reads then, so that nothing is missed in between.
  ///
  /// - Throws: if not even the node's own links can be listed. What cannot be heard is a gap.
  public init(_ inspector: Inspector = Inspector()) throws(KernelError) {
    directories = NodeFiles.directories(inspector.nodePaths).union(Self.nameDirectories)
    listeners.files?.listen(to: directories)
    let start = ContinuousClock.now
    snapshot = try inspector.snapshot()
    rounds.looked(since: start)
    self.inspector = inspector
    listenEverywhere()
    snapshot.unheard = listeners.gaps
  }

  /// Waits for a change, until it is woken or `deadline` has come.
  ///
  /// - Returns: whether the snapshot is another one now.
  public mutating func wait(
    wakeup: EventFD, until deadline: ContinuousClock.Instant
  ) throws(KernelError) -> Bool {
    let due = min(deadline, search.due ?? deadline, naming.due ?? deadline, rounds.due)
    let ready = Kernel.wait(
      for: [
        (wakeup.descriptor, .readable), (listeners.linksDescriptor, .readable),
        (listeners.mountsDescriptor, .exceptional), (listeners.filesDescriptor, .readable),
        (listeners.locksDescriptor, .readable), (listeners.rules.descriptor, .readable),
      ], timeout: max(due - .now, .zero))
    if ready[0] { wakeup.clear() }
    var isChanged = false
    if ready[1] { isChanged = try hearLinks() || isChanged }
    if ready[2] { search.begin() }
    if ready[3] { isChanged = hearFiles() || isChanged }
    if ready[4] { isChanged = hearLocks() || isChanged }
    if ready[5] { isChanged = try hearRules() || isChanged }
    isChanged = keepAppointments() || isChanged
    if isChanged { snapshot.takenAt = .now }
    return isChanged
  }

  /// What plugins answered when they were asked.
  public mutating func learn(_ versions: PluginVersions) { snapshot.pluginVersions.learn(versions) }

  /// What there is to say, once.
  public mutating func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  private mutating func hearLinks() throws(KernelError) -> Bool {
    var isChanged = false
    while true {
      switch try listeners.links?.next() {
      case nil, .nothing: return isChanged
      case .overrun:
        try readAgain(because: "the kernel's events came too fast")
        isChanged = true
      case .events(let events, let nsid):
        for event in events {
          isChanged = hear(event, from: nsid) || isChanged
        }
      }
    }
  }

  private mutating func hear(_ event: RouteEvent, from nsid: Int32?) -> Bool {
    guard case .forwarding(let isOn) = event, nsid == nil else {
      return snapshot.namespaces.apply(event, from: nsid, search: &search)
    }
    defer { snapshot.forwardsIPv4 = isOn }
    return snapshot.forwardsIPv4 != isOn
  }

  private mutating func hearRules() throws(KernelError) -> Bool {
    switch try listeners.rules.hear(&snapshot.rules) {
    case .nothing: return false
    case .changed: return true
    case .overrun:
      notices.append("read all rules again: nftables' events came too fast")
      return true
    }
  }

  /// A legacy table has no events, but whoever changes one takes the lock and lets it go.
  private mutating func hearLocks() -> Bool {
    listeners.locks?.clear()
    return rereadLegacy()
  }

  mutating func rereadLegacy() -> Bool {
    let before = snapshot.rules.legacy
    snapshot.rules.readLegacy()
    return snapshot.rules.legacy != before
  }

  /// What changed in one directory is read together: a mass arrival has many files in few of them.
  private mutating func hearFiles() -> Bool {
    let names = snapshot.names.watched
    var changed: [String: Set<String>] = [:]
    var isReplaced = false
    for event in listeners.files?.events() ?? [] {
      switch event {
      case .changed(let directory, _) where names.contains(directory),
        .replaced(let directory) where names.contains(directory):
        naming.begin()
      case .changed(let directory, _) where Self.nameDirectories.contains(directory),
        .replaced(let directory) where Self.nameDirectories.contains(directory):
        search.begin()
      case .changed(let directory, let name): changed[directory, default: []].insert(name)
      case .overrun:
        notices.append("read all files again: their events came too fast")
        search.begin()
        isReplaced = true
      case .replaced: isReplaced = true
      }
    }
    if isReplaced { readFiles() }
    for (directory, names) in changed where !isReplaced {
      snapshot.files.reread(names, in: FilePath(directory))
    }
    listenEverywhere()
    return isReplaced || !changed.isEmpty
  }

  mutating func readFiles() {
    snapshot.files = snapshot.files.readAgain()
    naming.begin()
  }

  mutating func readNames() -> Bool {
    naming.looked(isComplete: false)
    let names = readRuntimes()
    guard names != snapshot.names else { return false }
    snapshot.names = names
    listenEverywhere()
    return true
  }

  /// A directory that is new may have got its files before anybody listened: it is read once more.
  mutating func listenEverywhere() {
    while directories != wantedDirectories {
      directories = wantedDirectories
      listeners.files?.listen(to: directories)
      snapshot.files = snapshot.files.readAgain()
      snapshot.names = readRuntimes()
    }
  }

  private mutating func readRuntimes() -> RuntimeNames {
    defer { effort.files = runtimeFiles.opened }
    return RuntimeNames(inspector.nodePaths, &runtimeFiles)
  }

  private var wantedDirectories: Set<String> {
    snapshot.directories.union(Self.nameDirectories)
  }

  /// Where namespaces get their names.
  private static let nameDirectories = Set(NamespaceNames.directories.map(\.string))

  private mutating func readAgain(because reason: String) throws(KernelError) {
    try listeners.links?.skip()
    let known = snapshot.pluginVersions
    snapshot = try inspector.snapshot()
    snapshot.pluginVersions = known
    snapshot.unheard = listeners.gaps
    listenEverywhere()
    notices.append("read everything again: \(reason)")
  }
}

extension Snapshot {
  fileprivate var directories: Set<String> {
    names.watched.union(files.watchedDirectories.map(\.string))
  }
}

extension RuntimeNames {
  fileprivate var watched: Set<String> { Set(directories.map(\.string)) }
}

extension NodeFiles {
  /// Those that are known before anything is read.
  fileprivate static func directories(_ nodePaths: NodePaths) -> Set<String> {
    Set(
      (nodePaths.confDirectories + nodePaths.resultDirectories + nodePaths.leaseDirectories).map(
        \.string))
  }
}
