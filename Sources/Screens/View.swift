/// One way of looking at the node: a tab of the screen.
public enum View: Int, CaseIterable, Sendable {
  case map = 1
  case pods
  case links
  case ipam
  case nat
  case events
  case cni = 8
  case wire = 0

  /// As its tab says.
  public var title: String {
    switch self {
    case .map: "Map"
    case .pods: "Pods"
    case .links: "Links"
    case .ipam: "IPAM"
    case .nat: "NAT"
    case .events: "Events"
    case .cni: "CNI"
    case .wire: "Wire"
    }
  }
}
