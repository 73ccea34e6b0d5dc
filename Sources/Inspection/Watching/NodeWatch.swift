import CNI
public import Kernel
import Netlink
import SystemPackage
import Topology

/// Keeps a snapshot equal to the node, by the node's own events.
///
/// It listens from the host's namespace alone; a pod is visited when it appears, and now and then
/// to make sure. Nothing of a pod is held between two visits.
public struct NodeWatch: ~Copyable {
  public private(set) var snapshot: Snapshot
  /// What cnitop itself has to say: that it read everything again, and why.
  public private(set) var notices: [String] = []
  private let inspector: Inspector
  private var links: RouteListener
  private let mounts: MountListener
  private var files: FileListener
  private var directories: Set<String>
  private let locks: LockListener
  private var rules: RuleFollower
  private var search = Search.forNamespaces
  private var naming = Search.forNames
  private var rounds = SafetyRounds()

  /// Listens first and reads then, so that nothing is missed in between.
  public init(_ inspector: Inspector = Inspector()) throws(KernelError) {
    let links = try RouteListener()
    let mounts = try MountListener()
    let locks = try LockListener()
    let rules = try RuleFollower()
    var files = try FileListener()
    let directories = NodeFiles.directories(inspector.roots)
    files.listen(to: directories)
    snapshot = try inspector.snapshot()
    self.inspector = inspector
    self.links = links
    self.mounts = mounts
    self.files = files
    self.directories = directories
    self.locks = locks
    self.rules = rules
    listenEverywhere()
  }

  /// Waits for a change, until the bell rings or `deadline` has come.
  ///
  /// - Returns: whether the snapshot is another one now.
  public mutating func wait(
    bell: Doorbell, until deadline: ContinuousClock.Instant
  ) throws(KernelError) -> Bool {
    let due = min(deadline, search.due ?? deadline, naming.due ?? deadline, rounds.due)
    let ready = Kernel.wait(
      for: [
        (bell.descriptor, .readable), (links.descriptor, .readable),
        (mounts.descriptor, .exceptional), (files.descriptor, .readable),
        (locks.descriptor, .readable), (rules.descriptor, .readable),
      ], timeout: max(due - .now, .zero))
    if ready[0] { bell.answer() }
    var isChanged = false
    if ready[1] { isChanged = try hearLinks() || isChanged }
    if ready[2] { search.begin() }
    if ready[3] { isChanged = try hearFiles() || isChanged }
    if ready[4] { isChanged = hearLocks() || isChanged }
    if ready[5] { isChanged = try hearRules() || isChanged }
    isChanged = try keepAppointments() || isChanged
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

  private mutating func keepAppointments() throws(KernelError) -> Bool {
    var isChanged = false
    if let due = search.due, due <= .now, try snapshot.namespaces.search(&search) {
      isChanged = true
      naming.begin()
    }
    if let due = naming.due, due <= .now { isChanged = readNames() || isChanged }
    if rounds.due <= .now {
      let turn = rounds.next(of: snapshot.namespaces.facts.keys)
      isChanged = try snapshot.namespaces.visitAgain(turn) || isChanged
      if rounds.isOver {
        search.begin()
        naming.begin()
        isChanged = try rules.lookForNftables(&snapshot.rules) || isChanged
        isChanged = lookForAgents() || isChanged
      }
    }
    return isChanged
  }

  private mutating func hearLinks() throws(KernelError) -> Bool {
    var isChanged = false
    while true {
      switch try links.next() {
      case .nothing: return isChanged
      case .overrun:
        try readAgain(because: "the kernel's events came too fast")
        isChanged = true
      case .events(let events, let number):
        for event in events {
          isChanged = hear(event, from: number) || isChanged
        }
      }
    }
  }

  private mutating func hear(_ event: RouteEvent, from number: Int32?) -> Bool {
    guard case .forwarding(let isOn) = event, number == nil else {
      return snapshot.namespaces.apply(event, from: number, search: &search)
    }
    defer { snapshot.forwardsIPv4 = isOn }
    return snapshot.forwardsIPv4 != isOn
  }

  private mutating func hearRules() throws(KernelError) -> Bool {
    switch try rules.hear(&snapshot.rules) {
    case .nothing: return false
    case .changed: return true
    case .overrun:
      notices.append("read all rules again: nftables' events came too fast")
      return true
    }
  }

  /// A legacy table has no events, but whoever changes one takes the lock and lets it go.
  private mutating func hearLocks() -> Bool {
    locks.answer()
    let before = snapshot.rules.legacy
    snapshot.rules.readLegacy()
    return snapshot.rules.legacy != before
  }

  private mutating func hearFiles() throws(KernelError) -> Bool {
    let names = snapshot.names.watched
    var isChanged = false
    for event in files.events() {
      switch event {
      case .changed(let directory, _) where names.contains(directory),
        .replaced(let directory) where names.contains(directory):
        naming.begin()
      case .changed(let directory, let name):
        snapshot.files.reread(name, in: FilePath(directory))
        isChanged = true
      case .overrun:
        notices.append("read all files again: their events came too fast")
        readFiles()
        isChanged = true
      case .replaced:
        readFiles()
        isChanged = true
      }
    }
    listenEverywhere()
    return isChanged
  }

  private mutating func readFiles() {
    snapshot.files = snapshot.files.readAgain()
    naming.begin()
  }

  private mutating func readNames() -> Bool {
    naming.looked(isComplete: false)
    let names = RuntimeNames(inspector.roots)
    guard names != snapshot.names else { return false }
    snapshot.names = names
    listenEverywhere()
    return true
  }

  /// No event tells of an agent that starts or ends.
  private mutating func lookForAgents() -> Bool {
    let running = AgentProcess.all(in: inspector.roots.processes)
    guard running != snapshot.files.processes else { return false }
    snapshot.files = NodeFiles(inspector.roots, processes: running)
    listenEverywhere()
    return true
  }

  /// A directory that is new may have got its files before anybody listened: it is read once more.
  private mutating func listenEverywhere() {
    while directories != snapshot.directories {
      directories = snapshot.directories
      files.listen(to: directories)
      snapshot.files = snapshot.files.readAgain()
      snapshot.names = RuntimeNames(inspector.roots)
    }
  }

  private mutating func readAgain(because reason: String) throws(KernelError) {
    try links.skip()
    let known = snapshot.pluginVersions
    snapshot = try inspector.snapshot()
    snapshot.pluginVersions = known
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
  fileprivate static func directories(_ roots: Roots) -> Set<String> {
    Set((roots.confDirectories + roots.resultDirectories + roots.leaseDirectories).map(\.string))
  }
}
