import Export
import Quoting
import Topology

/// What a person would type to see the same.
///
/// A name that was no Unicode cannot be typed; then a number leads to the thing, or what it is in is listed.
enum Equivalent {
  /// `ip` inside a namespace: by its name under /run/netns, else by a path or a process in it.
  static func ip(_ arguments: String, in namespace: Namespace) -> String {
    if namespace.isHost { return "ip " + arguments }
    let paths = namespace.paths.filter(\.isWhole)
    for path in paths {
      for prefix in ["/run/netns/", "/var/run/netns/"] where path.hasPrefix(prefix) {
        return "ip -n \(String(path.dropFirst(prefix.count)).shellWord) \(arguments)"
      }
    }
    let file = paths.first ?? namespace.processes.first.map { "/proc/\($0.id)/ns/net" }
    guard let file else { return "ip netns list-id" }
    return "nsenter \("--net=\(file)".shellWord) ip \(arguments)"
  }

  static func commands(for interface: Interface, in namespace: Namespace) -> [String] {
    let name = interface.name.isWhole ? interface.name.shellWord : "if\(interface.id.index)"
    let shown = [ip("addr show dev \(name)", in: namespace)]
    return interface.port == nil ? shown : shown + ["bridge -d link show dev \(name)"]
  }

  static func commands(for pod: Namespace) -> [String] {
    let link = pod.interfaces.first { !$0.isLoopback }
    return link.map { commands(for: $0, in: pod) } ?? [ip("addr", in: pod)]
  }

  static func command(for allocation: Allocation?, in network: Network) -> String {
    guard let allocation, allocation.lease != nil, network.directory.isWhole else {
      return list(network.directory)
    }
    return "cat \("\(network.directory)/\(allocation.address)".shellWord)"
  }

  /// A command each for a file; its directory where its name cannot be typed.
  static func read(_ path: String, by programs: String...) -> [String] {
    path.isWhole ? programs.map { "\($0) \(path.shellWord)" } : [list(path)]
  }

  /// `ls`, of the directory that a path is in where its own name cannot be typed.
  static func list(_ path: String, _ options: String = "") -> String {
    var path = path
    while !path.isWhole { path = path.parent }
    return "ls \(options)\(path.shellWord)"
  }
}

extension String {
  /// Whether it was Unicode, and is as it was.
  var isWhole: Bool { !unicodeScalars.contains("\u{fffd}") }

  fileprivate var parent: String {
    let parts = utf8.split(separator: UInt8(ascii: "/")).dropLast()
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }
}
