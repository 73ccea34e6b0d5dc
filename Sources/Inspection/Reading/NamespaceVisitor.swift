import Kernel
import Netlink
import Topology

/// Goes from namespace to namespace on a scratch thread, and keeps none of them open.
///
/// Its one lasting socket is in the host's namespace, where it must be made.
struct NamespaceVisitor: ~Copyable {
  let home: NamespaceID
  /// The device of every namespace's file.
  let device: UInt64
  /// To ask the host about numbers.
  private var host: NetlinkSocket

  init() throws(KernelError) {
    let identity = try NetworkNamespace.current(name: "host").identity()
    let socket = try NetlinkSocket(.route)
    device = identity.device
    home = NamespaceID(identity)
    host = socket
  }

  /// Opens the namespace, reads it, and closes it. What is in the way is kept in the facts.
  ///
  /// - Returns: `nil` when it is gone, or another one is in its place by now.
  mutating func visit(
    _ id: NamespaceID, by ways: NamespaceWays, on thread: borrowing ScratchThread
  ) -> NamespaceFacts? {
    var facts = NamespaceFacts(id: id, paths: ways.paths)
    do throws(KernelError) {
      if id == home {
        facts.content = try NamespaceContent(by: &host)
        facts.number = homeNumber()
        return facts
      }
      guard let path = ways.path else {
        facts.trouble = ways.paths.isEmpty ? nil : "its name is not UTF-8"
        return ways.paths.isEmpty ? nil : facts
      }
      let namespace = try NetworkNamespace(path: path, name: path)
      let identity = try namespace.identity()
      guard NamespaceID(identity) == id else { return nil }
      facts.since = Timestamp(nanoseconds: identity.changedAt)
      facts.number = try number(of: namespace)
      try namespace.enter(on: thread)
      var route = try NetlinkSocket(.route)
      facts.content = try NamespaceContent(by: &route)
    } catch {
      if error.saysItIsGone { return nil }
      facts.trouble = "\(error)"
    }
    return facts
  }

  /// Asks about a namespace that nothing but its number leads to: links and addresses, no more.
  ///
  /// - Returns: `nil` when it is gone.
  mutating func visit(number: Int32) -> NamespaceFacts? {
    var facts = NamespaceFacts(id: .number(number), number: number)
    do throws(KernelError) {
      facts.content.add(
        try host.list(.links(in: number)), try host.list(.addresses(in: number)))
      let numbers = try numbers(in: number)
      for index in facts.content.links.keys {
        facts.content.links[index]?.tiedTo?.translate(numbers)
      }
    } catch {
      if error.saysItIsGone || error.saysItIsInvalid { return nil }
      facts.trouble = "\(error)"
    }
    return facts
  }

  /// What the host calls it: `nil` while nothing ties the two together.
  private mutating func number(of namespace: borrowing NetworkNamespace) throws(KernelError)
    -> Int32?
  {
    guard let descriptor = namespace.descriptor else { return nil }
    let number = try host.list(.number(ofNamespaceAt: descriptor)).first?.number ?? -1
    return number < 0 ? nil : number
  }

  /// What the host calls itself: most have no reason to. It is opened by way of the main thread,
  /// for this one may be anywhere.
  mutating func homeNumber() -> Int32? {
    guard let namespace = try? NetworkNamespace(path: "/proc/self/ns/net", name: "host"),
      let identity = try? namespace.identity(), NamespaceID(identity) == home
    else { return nil }
    return (try? number(of: namespace)) ?? nil
  }

  /// Every number the host has given.
  mutating func numbers() throws(KernelError) -> [Int32] {
    try host.list(.numbers).map(\.number)
  }

  /// What the namespace that is `number` to the host calls the others, each with what the host
  /// calls it. A namespace that the host has no number for is left out.
  mutating func numbers(in number: Int32) throws(KernelError) -> [Int32: Int32] {
    var numbers: [Int32: Int32] = [:]
    for message in try host.list(.numbers(in: number)) {
      if let here = message.numberHere, here >= 0 { numbers[message.number] = here }
    }
    return numbers
  }
}

extension Link.Tie {
  /// Whoever is asked about another namespace answers with its own numbers, while events tell those of
  /// the namespace they come from: these are put in the answers too. -1, which is nobody's number,
  /// where there is none.
  ///
  /// - Parameter numbers: the namespace's own, each with what it is called where was asked.
  fileprivate mutating func translate(_ numbers: [Int32: Int32]) {
    guard let told = namespace else { return }
    namespace = numbers.first { $0.value == told }?.key ?? -1
  }
}

extension NamespaceID {
  init(_ identity: FileIdentity) {
    self = .file(device: identity.device, inode: identity.inode)
  }
}
