import Addressing
import Topology

/// The node as a lecturer draws it: what leads out on top, the bridges below it, and what is plugged
/// into them.
struct NodeMap: Sendable {
  /// The host's links that lead out, that of the default route first.
  var uplinks: [Uplink] = []
  /// What leaves the node under another address.
  var masquerades: [Masquerade] = []
  var bridges: [Switch] = []
  /// Pods that are plugged into none of the bridges.
  var others: [Other] = []

  struct Uplink: Sendable {
    var link: Interface
    /// Of a default route.
    var gateway: IPAddress?
  }

  struct Switch: Sendable {
    var bridge: Interface
    /// By their numbers.
    var ports: [Port]
  }

  enum Port: Sendable {
    /// A cable, and the pod on its other end if there is one.
    case link(Interface, Pod?)
    /// The pod went a moment ago, and its cable with it.
    case gone(Pod)
  }

  struct Pod: Sendable {
    var item: PodItem
    /// Its end of the cable.
    var inside: Interface?
  }

  struct Other: Sendable {
    var pod: Pod
    /// How it is wired, in words: `macvlan on eth0`, `no interface`.
    var wire: String
  }

  struct Masquerade: Sendable {
    /// Whose addresses are hidden: a network's ranges, or what the rules say.
    var source: String
    /// Where it goes: `outside`, or the link it leaves by.
    var target: String
    var rules: [RuleID]
    /// As the rules were last listed; `nil` where none of them counts.
    var packets: UInt64?
  }
}

extension NodeMap.Port {
  var pod: NodeMap.Pod? {
    switch self {
    case .link(_, let pod): pod
    case .gone(let pod): pod
    }
  }

  var link: Interface? { if case .link(let link, _) = self { link } else { nil } }

  /// What is selected with it: the pod, where it is the pod's first.
  var rowID: RowID {
    switch self {
    case .link(let link, let pod): pod.map(\.rowID) ?? .interface(link.id)
    case .gone(let pod): pod.rowID
    }
  }
}

extension NodeMap.Pod {
  var rowID: RowID { .namespace(item.pod.id) }
}
