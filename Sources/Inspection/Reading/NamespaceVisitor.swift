import Files
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
  /// To ask the host about nsids.
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
    _ id: NamespaceID, by handles: NamespaceHandles, on thread: borrowing ScratchThread
  ) -> NamespaceFacts? {
    var facts = NamespaceFacts(id: id, paths: handles.paths)
    do throws(KernelError) {
      if id == home {
        facts.content = try NamespaceContent(by: &host)
        facts.nsid = homeNumber()
        return facts
      }
      guard let path = handles.path else {
        facts.error = handles.paths.isEmpty ? nil : "its name is not UTF-8"
        return handles.paths.isEmpty ? nil : facts
      }
      let namespace = try NetworkNamespace(path: path, name: path)
      let file = try namespace.facts()
      guard NamespaceID(file.identity) == id else { return nil }
      facts.since = Timestamp(nanoseconds: file.changed)
      facts.nsid = try nsid(of: namespace)
      try namespace.enter(on: thread)
      var route = try NetlinkSocket(.route)
      facts.content = try NamespaceContent(by: &route)
    } catch {
      if error.isNotFound { return nil }
      facts.error = "\(error)"
    }
    return facts
  }

  /// Asks about a namespace that nothing but its nsid leads to: links and addresses, no more.
  ///
  /// - Returns: `nil` when it is gone.
  mutating func visit(nsid: Int32) -> NamespaceFacts? {
    var facts = NamespaceFacts(id: .nsid(nsid), nsid: nsid)
    do throws(KernelError) {
      facts.content.add(
        try host.list(.links(in: nsid)), try host.list(.addresses(in: nsid)))
      let nsids = try nsids(in: nsid)
      for index in facts.content.links.keys {
        facts.content.links[index]?.iflink?.translate(nsids)
      }
    } catch {
      if error.isNotFound || error.isInvalidArgument { return nil }
      facts.error = "\(error)"
    }
    return facts
  }

  /// What the host calls it: `nil` while nothing ties the two together.
  private mutating func nsid(of namespace: borrowing NetworkNamespace) throws(KernelError)
    -> Int32?
  {
    guard let descriptor = namespace.descriptor else { return nil }
    let nsid = try host.list(.nsid(ofNamespaceAt: descriptor)).first?.nsid ?? -1
    return nsid < 0 ? nil : nsid
  }

  /// What the host calls itself: most have no reason to. It is opened by way of the main thread,
  /// for this one may be anywhere.
  mutating func homeNumber() -> Int32? {
    guard let namespace = try? NetworkNamespace(path: "/proc/self/ns/net", name: "host"),
      let identity = try? namespace.identity(), NamespaceID(identity) == home
    else { return nil }
    return (try? nsid(of: namespace)) ?? nil
  }

  /// Every nsid the host has given.
  mutating func nsids() throws(KernelError) -> [Int32] {
    try host.list(.nsids).map(\.nsid)
  }

  /// What the namespace that is `nsid` to the host calls the others, each with what the host
  /// calls it. A namespace that the host has no nsid for is left out.
  mutating func nsids(in nsid: Int32) throws(KernelError) -> [Int32: Int32] {
    var nsids: [Int32: Int32] = [:]
    for message in try host.list(.nsids(in: nsid)) {
      if let here = message.nsidHere, here >= 0 { nsids[message.nsid] = here }
    }
    return nsids
  }
}

extension LinkReference {
  /// Whoever is asked about another namespace answers with its own nsids, while events tell those of
  /// the namespace they come from: these are put in the answers too. -1, which is nobody's nsid,
  /// where there is none.
  ///
  /// - Parameter nsids: the namespace's own, each with what it is called where was asked.
  fileprivate mutating func translate(_ nsids: [Int32: Int32]) {
    guard let told = nsid else { return }
    nsid = nsids.first { $0.value == told }?.key ?? -1
  }
}

extension NamespaceID {
  init(_ identity: FileIdentity) {
    self = .file(device: identity.device, inode: identity.inode)
  }
}
