import Addressing
import CNI
import Topology

/// Finds ranges that are in each other's way, or in the way of a route of the host.
struct SubnetJudge {
  private struct Claim {
    var path: String
    var network: String
    var subnet: Prefix
    /// The bridge, or the interface that the network stands on.
    var link: String?
  }

  /// The host's routes, each with the name of the interface that it leads out of.
  struct Routing: Equatable {
    fileprivate var ways: [Way] = []

    fileprivate struct Way: Equatable {
      var destination: Prefix
      var link: String
    }

    /// The default route and single hosts (a pod of ptp's) are in nobody's way.
    init(_ host: Namespace) {
      for route in host.routes where route.kind == .unicast && route.table == 254 {
        guard !route.isDefault, !route.destination.isHost,
          let link = route.interface.flatMap({ host[$0]?.name })
        else { continue }
        ways.append(Way(destination: route.destination, link: link))
      }
    }
  }

  private var claims: [Claim] = []
  private let routing: Routing?

  init(_ files: NodeFiles, _ routing: Routing?) {
    self.routing = routing
    for directory in files.configs {
      for file in directory.files {
        guard let config = try? file.content.get() else { continue }
        for plugin in config.plugins {
          for range in plugin.ipam?.ranges.joined() ?? [].joined() {
            guard let subnet = Prefix(range.subnet)?.network else { continue }
            claims.append(
              Claim(
                path: "\(directory.path)/\(file.name)", network: config.name, subnet: subnet,
                link: plugin.bridge ?? plugin.master))
          }
        }
      }
    }
  }

  func findings(of path: String) -> [CNISetup.Finding] {
    claims.filter { $0.path == path }.flatMap { claim in
      others(claim).map { other in
        .init(
          .suspect,
          "its range \(claim.subnet) overlaps \(other.subnet) of \(other.network) "
            + "(\(other.path.fileName))")
      }
        + ways(claim).map { way in
          .init(
            .suspect,
            "its range \(claim.subnet) overlaps the host's route \(way.destination) by \(way.link)")
        }
    }
  }

  private func others(_ claim: Claim) -> [Claim] {
    claims.filter {
      $0.path != claim.path && $0.network != claim.network
        && $0.subnet.addresses.overlaps(claim.subnet.addresses)
    }
  }

  private func ways(_ claim: Claim) -> [Routing.Way] {
    (routing?.ways ?? []).filter {
      $0.link != claim.link && $0.destination.addresses.overlaps(claim.subnet.addresses)
    }
  }
}
