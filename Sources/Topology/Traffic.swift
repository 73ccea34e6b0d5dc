/// How much moves at the moment. Kept apart from the topology, which does not change when bytes flow.
public struct Traffic: Equatable, Sendable {
  /// Only what is counted at the moment is in here: what is on screen, and the host's own links.
  public var interfaces: [InterfaceID: Rate] = [:]
  /// Packets per second of the rules on screen, and their counters as last read.
  public var rules: [RuleID: RuleRate] = [:]

  public init(interfaces: [InterfaceID: Rate] = [:], rules: [RuleID: RuleRate] = [:]) {
    self.interfaces = interfaces
    self.rules = rules
  }

  /// From the interface's own point of view, as ``Counters`` are.
  public struct Rate: Equatable, Sendable {
    public var receivedBytesPerSecond: Double = 0
    public var sentBytesPerSecond: Double = 0
    public var receivedPacketsPerSecond: Double = 0
    public var sentPacketsPerSecond: Double = 0
    public var droppedPerSecond: Double = 0
    public var counters: Counters = Counters()
    /// Bytes per second, both ways together, a value a second, the newest last; 60 at most.
    public var history: [Double] = []

    public init(
      receivedBytesPerSecond: Double = 0, sentBytesPerSecond: Double = 0,
      receivedPacketsPerSecond: Double = 0, sentPacketsPerSecond: Double = 0,
      droppedPerSecond: Double = 0, counters: Counters = Counters(), history: [Double] = []
    ) {
      self.receivedBytesPerSecond = receivedBytesPerSecond
      self.sentBytesPerSecond = sentBytesPerSecond
      self.receivedPacketsPerSecond = receivedPacketsPerSecond
      self.sentPacketsPerSecond = sentPacketsPerSecond
      self.droppedPerSecond = droppedPerSecond
      self.counters = counters
      self.history = history
    }

    /// The same cable seen from its other end.
    public var reversed: Rate {
      Rate(
        receivedBytesPerSecond: sentBytesPerSecond, sentBytesPerSecond: receivedBytesPerSecond,
        receivedPacketsPerSecond: sentPacketsPerSecond,
        sentPacketsPerSecond: receivedPacketsPerSecond, droppedPerSecond: droppedPerSecond,
        counters: counters, history: history)
    }
  }

  public struct RuleRate: Equatable, Sendable {
    public var packetsPerSecond: Double
    public var counter: RuleCounter

    public init(packetsPerSecond: Double, counter: RuleCounter) {
      self.packetsPerSecond = packetsPerSecond
      self.counter = counter
    }
  }
}
