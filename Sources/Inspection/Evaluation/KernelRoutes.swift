public import Addressing
public import Kernel
import Netlink
public import Rules

/// Asks the kernel where packets go, in the calling thread's namespace.
public struct KernelRoutes: RouteLookup {
  /// By their indexes.
  private let links: [UInt32: Link]

  /// Reads the interfaces.
  public init() throws(KernelError) {
    var socket = try NetlinkSocket(.route)
    links = Dictionary(
      try socket.list(.links).compactMap(\.self).map { ($0.index, $0) }
    ) { first, _ in first }
  }

  /// `nil` where there is no interface of that name.
  public func interface(named name: String) -> PacketInterface? {
    links.values.first { $0.name == name }.map(PacketInterface.init)
  }

  public func route(of packet: Packet) -> PacketRoute {
    guard let destination = packet.destination else {
      return .unknown("the destination is not known")
    }
    var question = RouteQuestion(to: destination)
    question.source = packet.source
    question.mark = packet.mark
    question.trafficClass = packet.trafficClass ?? 0
    if let incoming = packet.inInterface {
      guard let index = incoming.index else { return .unknown("the interface is not known") }
      question.incoming = index
    }
    return route(question)
  }

  private func route(_ question: RouteQuestion) -> PacketRoute {
    do throws(KernelError) {
      guard let answer = try ask(question) else { return .unknown("the kernel says nothing") }
      if answer.type == 2 { return .local }  // RTN_LOCAL
      guard let link = answer.interface.flatMap({ links[$0] }) else {
        return .unknown("the kernel names no interface")
      }
      return .out(PacketInterface(link))
    } catch {
      switch error.cause {
      case .refused(let code, _): return .none("no route: \(code)")
      case .garbled, .neverSettled: return .unknown("\(error)")
      }
    }
  }

  private func ask(_ question: RouteQuestion) throws(KernelError) -> RouteAnswer? {
    var socket = try NetlinkSocket(.route)
    return try socket.list(.route(question)).first
  }

  public func type(of address: IPAddress, on interface: String?) -> UInt8? {
    guard let answer = try? ask(RouteQuestion(to: address)) else { return nil }
    if let interface, let index = answer.interface, links[index]?.name != interface {
      return answer.type == 2 ? nil : answer.type
    }
    return answer.type
  }

  public func address(
    of interface: PacketInterface, _ family: IPAddress.Family, to destination: IPAddress?
  ) -> IPAddress? {
    guard let index = interface.index else { return nil }
    if let destination {
      var question = RouteQuestion(to: destination)
      question.outgoing = index
      if let source = (try? ask(question))?.source { return source }
    }
    guard var socket = try? NetlinkSocket(.route),
      let addresses = try? socket.list(.addresses(of: index))
    else { return nil }
    return addresses.compactMap(\.self).map(\.prefix.address)
      .first { $0.family == family && !$0.isLinkLocal }
  }
}

extension PacketInterface {
  init(_ link: Link) {
    self.init(name: link.name, index: link.index, kind: link.kind ?? "")
  }
}
