import Netlink

extension Evaluator {
  /// `synproxy`: answers a SYN itself, and lets all else of TCP go on or not as its cookies say.
  mutating func run(synproxy _: Void) -> Progress {
    guard let transport = packet.transport else {
      return require(.cannotTell(Doubt("synproxy")))
    }
    guard transport == 6 else { return .noFit }
    guard let flags = packet.tcpFlags, flags & 0x12 == 0x02 else {
      return require(.cannotTell(Doubt("synproxy")))
    }
    return .verdict(.taken("answered by synproxy"))
  }
}
