import Kernel
import Netlink

/// Collects the kernel's traces, packet by packet.
struct TraceReader: ~Copyable {
  private var listener: TraceListener
  /// By the number that each packet carries, in the order they came.
  private var traces: [UInt16: [NftTrace]] = [:]
  /// The packet that each of the kernel's numbers stands for now.
  private var numbers: [UInt32: UInt16] = [:]
  private var complete: Set<UInt16> = []

  init() throws(KernelError) {
    listener = try TraceListener()
  }

  /// Waits until a packet has come to its end, and says what happened to it; gives up after some
  /// seconds.
  mutating func trace(of number: UInt16) throws(KernelError) -> [NftTrace] {
    let deadline = ContinuousClock.now + .seconds(10)
    while !complete.contains(number) {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { break }
      _ = wait(for: [(listener.descriptor, .readable)], timeout: left)
      try readAll()
    }
    complete.remove(number)
    return traces.removeValue(forKey: number) ?? []
  }

  private mutating func readAll() throws(KernelError) {
    while true {
      switch try listener.next() {
      case .events(let events, _): for event in events { take(event) }
      case .overrun, .nothing: return
      }
    }
  }

  private mutating func take(_ event: NftTrace) {
    if event.chain.table.name == "trace", ["first", "own"].contains(event.chain.name),
      !event.network.isEmpty
    {
      numbers[event.packet] = number(event.network)
    }
    guard let number = numbers[event.packet] else { return }
    if event.happening != .end { traces[number, default: []].append(event) }
    if event.isLast { complete.insert(number) }
  }

  /// The identification of IPv4, or the flow label of IPv6.
  private func number(_ header: [UInt8]) -> UInt16 {
    guard header.count >= 20 else { return 0 }
    let place = header[0] >> 4 == 4 ? 4 : 2
    return UInt16(header[place]) << 8 | UInt16(header[place + 1])
  }
}

extension NftTrace {
  /// Whether it comes back by the loopback.
  private var isForThisHost: Bool {
    guard let version = network.first.map({ $0 >> 4 }), network.count >= (version == 4 ? 20 : 40)
    else { return false }
    let destination = network[(version == 4 ? 16 : 24)..<(version == 4 ? 20 : 40)]
    return destination.first == 127 || destination.last == 1
  }

  /// Whether the packet goes no further, or has passed all chains.
  fileprivate var isLast: Bool {
    switch happening {
    case .rule(_, .drop), .policy(.drop): true
    case .policy:
      chain.table.name == "trace" && chain.name.hasPrefix("last")
        && !(chain.name == "lastout" && isForThisHost)
    case .rule, .end, .other: false
    }
  }
}
