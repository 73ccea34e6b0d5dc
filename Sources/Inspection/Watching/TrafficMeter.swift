public import Kernel
import Netlink
public import Topology

/// Reads counters and makes rates of them: of what is looked at, and of nothing else.
///
/// A pod's end is read at its host end, which counts the same bytes the other way round; other links
/// of a pod by the host's nsid for its namespace. No pod is visited for that.
public struct TrafficMeter: ~Copyable {
  private var host: NetlinkSocket
  private var last: [InterfaceID: Sample] = [:]
  private var histories: [InterfaceID: [Double]] = [:]

  private struct Sample {
    var counters: Counters
    var at: ContinuousClock.Instant
  }

  /// How many values a history has, one a second.
  private static let historyLength = 60
  /// Up to so many links are asked about one by one; beyond, one list of all is cheaper.
  private static let fewLinks = 100

  public init() throws(KernelError) {
    host = try NetlinkSocket(.route)
  }

  /// The rates since the last reading. What is looked at for the first time has none yet.
  public mutating func read(_ wanted: Set<InterfaceID>, of topology: Topology) -> [InterfaceID:
    Traffic.Rate]
  {
    guard let home = topology.host?.id else { return [:] }
    var rates: [InterfaceID: Traffic.Rate] = [:]
    let nearEnds = Dictionary(
      wanted.map { (topology.nearEnd(of: $0, home: home), [$0]) }, uniquingKeysWith: +)
    let now = ContinuousClock.now
    for (id, counters) in counters(of: Set(nearEnds.keys), home: home, topology) {
      guard let rate = rate(of: id, Sample(counters: counters, at: now)) else { continue }
      for asked in nearEnds[id] ?? [] { rates[asked] = asked == id ? rate : rate.reversed }
    }
    forget(allBut: Set(nearEnds.keys))
    return rates
  }

  private mutating func counters(
    of ids: Set<InterfaceID>, home: NamespaceID, _ topology: Topology
  ) -> [InterfaceID: Counters] {
    var found: [InterfaceID: Counters] = [:]
    let ownIDs = ids.filter { $0.namespace == home }
    if ownIDs.count > Self.fewLinks {
      for message in (try? host.list(.statistics())) ?? [] {
        found[InterfaceID(namespace: home, index: message.index)] = Counters(message.statistics)
      }
    } else {
      for id in ownIDs {
        guard let message = try? host.list(.statistics(of: id.index)).first else { continue }
        found[id] = Counters(message.statistics)
      }
    }
    for id in ids where id.namespace != home {
      guard let nsid = topology[id.namespace]?.nsid,
        let link = try? host.list(.link(id.index, in: nsid)).first,
        let statistics = link.statistics
      else { continue }
      found[id] = Counters(statistics)
    }
    return found
  }

  private mutating func rate(of id: InterfaceID, _ sample: Sample) -> Traffic.Rate? {
    defer { last[id] = sample }
    guard let before = last[id], sample.at > before.at else { return nil }
    let elapsed = (sample.at - before.at) / Duration.seconds(1)
    func perSecond(_ counter: KeyPath<Counters, UInt64>) -> Double {
      let (difference, isReset) = sample.counters[keyPath: counter]
        .subtractingReportingOverflow(before.counters[keyPath: counter])
      return isReset ? 0 : Double(difference) / elapsed
    }
    var rate = Traffic.Rate(
      receivedBytesPerSecond: perSecond(\.receivedBytes),
      sentBytesPerSecond: perSecond(\.sentBytes),
      receivedPacketsPerSecond: perSecond(\.receivedPackets),
      sentPacketsPerSecond: perSecond(\.sentPackets),
      droppedPerSecond: perSecond(\.receivedDropped) + perSecond(\.sentDropped),
      counters: sample.counters)
    let history = (histories[id] ?? []) + [rate.receivedBytesPerSecond + rate.sentBytesPerSecond]
    rate.history = history.suffix(Self.historyLength)
    histories[id] = rate.history
    return rate
  }

  private mutating func forget(allBut ids: Set<InterfaceID>) {
    last = last.filter { ids.contains($0.key) }
    histories = histories.filter { ids.contains($0.key) }
  }
}

extension Topology {
  /// The host's end of a pod's veth; of anything else, itself.
  fileprivate func nearEnd(of id: InterfaceID, home: NamespaceID) -> InterfaceID {
    guard id.namespace != home, case .end(let end)? = self[id]?.peer, end.namespace == home else {
      return id
    }
    return end
  }
}
