/// A network namespace, what holds it, and what is in it.
public struct Namespace: Equatable, Identifiable, Sendable {
  public var id: NamespaceID
  /// The namespace cnitop runs in, which it takes for the node's own.
  public var isHost: Bool = false
  /// The best name there is, and where it comes from.
  public var label: Label
  /// The files it is mounted on, such as `/run/netns/red`, sorted.
  public var paths: [String] = []
  /// Processes whose main thread is in it, lowest PID first.
  public var processes: [Process] = []
  /// The nsid by which the host knows it (`RTM_GETNSID`).
  public var nsid: Int32?
  /// Containers that the files say live here, the sandbox first.
  public var containers: [Container] = []
  public var interfaces: [Interface] = []
  public var routes: [Route] = []
  public var neighbours: [Neighbour] = []
  /// When its file appeared, as far as that can be told.
  public var since: Timestamp?
  /// Why nothing, or not everything, of it could be read.
  public var error: String?

  public init(
    id: NamespaceID, isHost: Bool = false, label: Label, paths: [String] = [],
    processes: [Process] = [], nsid: Int32? = nil, containers: [Container] = [],
    interfaces: [Interface] = [], routes: [Route] = [], neighbours: [Neighbour] = [],
    since: Timestamp? = nil, error: String? = nil
  ) {
    self.id = id
    self.isHost = isHost
    self.label = label
    self.paths = paths
    self.processes = processes
    self.nsid = nsid
    self.containers = containers
    self.interfaces = interfaces
    self.routes = routes
    self.neighbours = neighbours
    self.since = since
    self.error = error
  }

  /// The same, with one copy of what is the same in an earlier look: many moments of a node are
  /// kept, and compared, at the price of what is different between them.
  public func sharing(with earlier: Namespace) -> Namespace {
    if self == earlier { return earlier }
    var shared = self
    if interfaces == earlier.interfaces { shared.interfaces = earlier.interfaces }
    if routes == earlier.routes { shared.routes = earlier.routes }
    return shared
  }

  /// What a person calls a namespace.
  public struct Label: Hashable, Sendable {
    public var text: String
    public var source: Source

    public init(text: String, source: Source) {
      self.text = text
      self.source = source
    }

    /// Where a name was found, best first.
    public enum Source: String, CaseIterable, Comparable, Sendable {
      case host
      /// The libcni result cache.
      case cni
      case containerd
      case crio
      case podman
      case docker
      /// The file it is mounted on.
      case netns
      /// A process in it.
      case process
      /// Nothing names it.
      case none

      public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
      private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }
  }

  public struct Process: Hashable, Sendable {
    public var id: Int32
    /// `/proc/PID/comm`, at most 15 bytes.
    public var name: String

    public init(id: Int32, name: String) {
      self.id = id
      self.name = name
    }
  }
}
