import Netlink

extension NodeNames {
  /// How the calling thread's namespace calls its interfaces, and how far its clock is ahead of UTC. What
  /// cannot be read has no names.
  static func read() -> NodeNames {
    var names = NodeNames(
      secondsFromUTC: WallClock.offset(at: WallClock.now / 1_000_000_000))
    guard var socket = try? NetlinkSocket(.route), let links = try? socket.list(.links) else {
      return names
    }
    for link in links { names.interfaces[link.index] = link.name }
    return names
  }
}
