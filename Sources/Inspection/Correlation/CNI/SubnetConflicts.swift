import Addressing
import CNI
import NodeSetup
import Topology

/// Finds ranges that are in each other's way, or in the way of a route of the host.
struct SubnetConflicts {
  /// The host's routes, each with the name of the interface that it leads out of.
  struct Routing: Equatable {
    fileprivate var claims: [SubnetClaim] = []

    /// The default route and single hosts (a pod of ptp's) are in nobody's way.
    init(_ host: Namespace) {
      for route in host.routes where route.kind == .unicast && route.table == 254 {
        guard !route.isDefault, !route.destination.isHost,
          let link = route.interface.flatMap({ host[$0]?.name })
        else { continue }
        claims.append(
          SubnetClaim(owner: .route(link), subnet: route.destination.network, link: link))
      }
    }
  }

  /// By the paths of the files, in the order of addresses.
  private var conflicts: [String: [Conflict]] = [:]

  init(_ files: NodeFiles, _ routing: Routing?) {
    let claims = files.configs.flatMap(\.claims) + (routing?.claims ?? [])
    var sweep = SubnetSweep()
    for claim in claims.sorted(by: SubnetClaim.outerFirst) {
      for other in sweep.around(claim) where claim.isInTheWay(of: other) {
        note(claim, other)
        note(other, claim)
      }
    }
  }

  func findings(of path: String) -> [CNISetup.Finding] {
    (conflicts[path] ?? []).map { .init(.suspect, $0.words) }
  }

  /// A file is told of another one once, however many ranges they have.
  private mutating func note(_ claim: SubnetClaim, _ other: SubnetClaim) {
    guard case .file(let path, _) = claim.owner else { return }
    var known = conflicts[path] ?? []
    if let index = known.firstIndex(where: { $0.other.owner == other.owner }) {
      known[index].more += 1
    } else {
      known.append(Conflict(claim: claim, other: other))
    }
    conflicts[path] = known
  }
}

/// A range that lies around another one, or in it.
private struct Conflict {
  var claim: SubnetClaim
  var other: SubnetClaim
  var more = 0

  var words: String {
    let other =
      switch other.owner {
      case .file(let path, let network): "\(other.subnet) of \(network) (\(path.fileName))"
      case .route(let link): "the host's route \(other.subnet) by \(link)"
      }
    let rest = more > 0 ? ", and \(more) more do" : ""
    return "its range \(claim.subnet) overlaps \(other)\(rest)"
  }
}

extension ConfigDirectory {
  fileprivate var claims: [SubnetClaim] {
    files.flatMap { file -> [SubnetClaim] in
      guard let network = file.network, let config = try? file.content.get() else { return [] }
      let owner = SubnetClaim.Owner.file("\(path)/\(file.name)", network: network)
      return config.plugins.flatMap { plugin in
        (plugin.ipam?.ranges.joined() ?? [].joined()).compactMap { range in
          Prefix(range.subnet).map {
            SubnetClaim(owner: owner, subnet: $0.network, link: plugin.bridge ?? plugin.master)
          }
        }
      }
    }
  }
}
