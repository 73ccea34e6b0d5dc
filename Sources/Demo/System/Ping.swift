public import Addressing
public import Kernel
public import SystemPackage

/// One echo request, and what became of it.
public enum Ping: Equatable, Sendable {
  case answered(after: Duration)
  /// Nothing came back in time.
  case silent
  /// It could not even be sent.
  case refused(Errno)
  case unreachable(code: UInt8, by: IPAddress)

  /// Asks from the calling thread's namespace, for a second unless said otherwise.
  public static func send(
    to address: IPAddress, size: Int = 56, within time: Duration = .seconds(1)
  ) throws(KernelError) -> Ping {
    let socket = try EchoSocket()
    // A new flow each time: for one that is known, a new rule changes nothing.
    let id = UInt16.random(in: 0...UInt16.max)
    let number = UInt16.random(in: 0...UInt16.max)
    let start = ContinuousClock.now
    do throws(KernelError) {
      try socket.send(to: address, id: id, number: number, size: size)
    } catch {
      guard case .refused(let code, _) = error.cause else { throw error }
      return .refused(code)
    }
    switch socket.answer(id: id, number: number, within: time) {
    case .reply: return .answered(after: ContinuousClock.now - start)
    case .unreachable(let code, let router): return .unreachable(code: code, by: router)
    case nil: return .silent
    }
  }

  public var isAnswered: Bool { if case .answered = self { true } else { false } }
}

extension Ping: CustomStringConvertible {
  public var description: String {
    switch self {
    case .answered(let time):
      let microseconds = Int64(time / .microseconds(1))
      let hundredths = String(microseconds % 1000 / 10)
      return
        "answered after \(microseconds / 1000).\(hundredths.count < 2 ? "0" : "")\(hundredths) ms"
    case .silent: return "no answer"
    case .refused(let code): return "\(code)"
    case .unreachable(let code, let router):
      return "\(router) says: Destination \(Self.unreachable(code)) Unreachable"
    }
  }

  /// RFC 792, in the words of ping(8).
  private static func unreachable(_ code: UInt8) -> String {
    switch code {
    case 0: "Net"
    case 1: "Host"
    case 2: "Protocol"
    case 3: "Port"
    default: "(code \(code))"
    }
  }
}
