import Addressing
public import Kernel
import Rules
public import Topology

/// Which pods' packets one rule fits, by their addresses alone: whatever else a packet has is open.
public struct PodFits: Equatable, Sendable {
  public private(set) var from: [Pod] = []
  public private(set) var to: [Pod] = []
  /// Of how many pods.
  private let count: Int

  public struct Pod: Equatable, Sendable {
    public var name: String
    /// Whether all of its packets fit, or some may.
    public var isCertain: Bool
  }

  /// Reads the rules of the calling thread's namespace. `nil` where the rule is gone.
  public init?(of rule: RuleID, pods: [Namespace]) throws(KernelError) {
    self.init(of: rule, pods: pods, rules: try PacketRules.read())
  }

  init?(of rule: RuleID, pods: [Namespace], rules: PacketRules) {
    count = pods.count
    for pod in pods {
      for address in pod.interfaces.flatMap(\.addresses).map(\.prefix.address)
      where !address.isLoopback && !address.isLinkLocal {
        var packet = Packet(anyOf: address.family)
        packet.source = address
        guard let from = rules.fit(of: rule.handle, in: rule.chain, packet) else { return nil }
        (packet.source, packet.destination) = (nil, address)
        guard let to = rules.fit(of: rule.handle, in: rule.chain, packet) else { return nil }
        Self.add(pod, from, to: &self.from)
        Self.add(pod, to, to: &self.to)
      }
    }
  }

  private static func add(_ pod: Namespace, _ fit: Fit, to pods: inout [Pod]) {
    guard fit != .no else { return }
    let new = Pod(name: pod.label.text, isCertain: fit == .yes)
    if let place = pods.firstIndex(where: { $0.name == new.name }) {
      pods[place].isCertain = pods[place].isCertain || new.isCertain
    } else {
      pods.append(new)
    }
  }

  /// `fits packets from red, blue? · to all 3 pods`: a question mark where it depends on the rest of the
  /// packet.
  public var text: String {
    let parts = [("from", from), ("to", to)].filter { !$0.1.isEmpty }.map { word, pods in
      guard pods.count < count || count < 3 else {
        return "\(word) all \(count) pods" + (pods.allSatisfy(\.isCertain) ? "" : "?")
      }
      let names = pods.prefix(3).map { $0.isCertain ? $0.name : $0.name + "?" }
      let rest = pods.count > 3 ? " and \(pods.count - 3) more" : ""
      return "\(word) \(names.joined(separator: ", "))\(rest)"
    }
    return parts.isEmpty ? "fits no pod" : "fits packets " + parts.joined(separator: " · ")
  }
}

extension Packet {
  /// One of which nothing is known.
  fileprivate init(anyOf family: IPAddress.Family) {
    self.init(family)
    fragmentOffset = nil
    inInterface = PacketInterface()
    outInterface = PacketInterface()
    socket = .unknown
  }
}
