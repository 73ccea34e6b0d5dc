import Addressing
import Files
import Kernel
import Netlink

/// Which addresses are up on this node, in whatever namespace, and whether all of it could be seen.
struct LiveAddresses: Sendable {
  /// Where each is up: the path of one namespace.
  private(set) var places: [IPAddress: String] = [:]
  /// The names of the host's ends of veth pairs whose other end is in a namespace that lives.
  private(set) var hostEnds: Set<String> = []
  /// How many namespaces were looked into.
  private(set) var namespaces = 0
  /// Why an address that is not among these may be up all the same; `nil` if it cannot.
  private(set) var doubt: String?

  /// Looks into every namespace that a file, a process or a veth pair leads to, and holds none of them.
  static func read() -> LiveAddresses {
    var live = LiveAddresses()
    do {
      var host = try NetlinkSocket(.route)
      try live.addHostEnds(&host)
      live.add(try host.list(.addresses), at: "the host's namespace")
      var known = try live.visitAll(&host)
      known.insert(-1)
      for nsid in try host.list(.nsids).map(\.nsid) where !known.contains(nsid) {
        try live.look(into: nsid, &host)
      }
    } catch {
      live.doubt = "\(error)"
    }
    return live
  }

  /// Returns the nsids that the host has for those that were visited.
  private mutating func visitAll(_ host: inout NetlinkSocket) throws -> Set<Int32> {
    var paths: [UInt64: String] = [:]
    for entry in try MountTable.read().namespaces { paths[entry.inode] = entry.path }
    let processes = try ProcessTable.scan()
    for process in processes.entries where paths[process.namespaceInode] == nil {
      paths[process.namespaceInode] = "/proc/\(process.id)/ns/net"
    }
    // The first of them may hide its own from everybody; that is the node's.
    let hidden = processes.hidden - (processes.entries.first?.id == 1 ? 0 : 1)
    if hidden > 0 { doubt = "\(hidden) processes hide their namespace" }
    if processes.isCutOff { doubt = "there are more than \(ProcessTable.limit) processes" }
    paths[try NetworkNamespace.current(name: "host").identity().inode] = nil
    var nsids: Set<Int32> = []
    for path in paths.values {
      if let nsid = visit(path, &host) { nsids.insert(nsid) }
    }
    return nsids
  }

  /// A namespace that has ended takes its time to take its interfaces along.
  private mutating func addHostEnds(_ host: inout NetlinkSocket) throws(KernelError) {
    for link in try host.list(.links) where link.kind == "veth" {
      guard let iflink = link.iflink, let nsid = iflink.nsid else { continue }
      do throws(KernelError) {
        if try !host.list(.link(iflink.index, in: nsid)).isEmpty { hostEnds.insert(link.name) }
      } catch {
        guard error.saysTheNSIDIsLost || error.saysThereIsNoDevice else { throw error }
      }
    }
  }

  private mutating func look(
    into nsid: Int32, _ host: inout NetlinkSocket
  ) throws(KernelError) {
    do throws(KernelError) {
      add(try host.list(.addresses(in: nsid)), at: "the namespace with nsid \(nsid)")
    } catch {
      guard error.saysTheNSIDIsLost else { throw error }
    }
  }

  private mutating func visit(_ path: String, _ host: inout NetlinkSocket) -> Int32? {
    do throws(KernelError) {
      guard let namespace = try NetworkNamespace.ifThere(path: path, name: path) else {
        return nil
      }
      add(
        try namespace.visit { () throws(KernelError) in
          var socket = try NetlinkSocket(.route)
          return try socket.list(.addresses)
        }, at: path)
      guard let descriptor = namespace.descriptor else { return nil }
      return try host.list(.nsid(ofNamespaceAt: descriptor)).first?.nsid
    } catch {
      doubt = "\(error)"
      return nil
    }
  }

  private mutating func add(_ addresses: [AddressMessage?], at place: String) {
    namespaces += 1
    for case let address? in addresses { places[address.prefix.address] = place }
  }
}
