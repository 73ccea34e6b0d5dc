/// One way of looking at the node: a tab of the screen.
public enum View: Int, CaseIterable, Sendable {
  case pods = 2
  case links
  case ipam
  case nat
  case events

  /// As its tab says.
  public var title: String {
    switch self {
    case .pods: "Pods"
    case .links: "Links"
    case .ipam: "IPAM"
    case .nat: "NAT"
    case .events: "Events"
    }
  }
}
