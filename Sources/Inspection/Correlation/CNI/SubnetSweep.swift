import Addressing

/// Who says that a subnet is its own.
struct SubnetClaim: Equatable {
  enum Owner: Hashable {
    case file(String, network: String)
    /// By the name of the interface that it leads out of.
    case route(String)
  }

  var owner: Owner
  /// With its host bits clear.
  var subnet: Prefix
  /// The bridge, or the interface that the network stands on.
  var link: String?

  /// The order in which a subnet comes after all those around it.
  static func outerFirst(_ left: Self, _ right: Self) -> Bool {
    (left.subnet.address, left.subnet.length) < (right.subnet.address, right.subnet.length)
  }

  /// Of one network, or with the route of its own bridge, there is nothing to say.
  func isInTheWay(of other: Self) -> Bool {
    switch (owner, other.owner) {
    case (.file(let path, let network), .file(let otherPath, let otherNetwork)):
      path != otherPath && network != otherNetwork
    case (.route, .route): false
    case (_, _): link != other.link
    }
  }
}

/// Goes through subnets, outer ones first, and knows those around the present one: two subnets are apart,
/// or one lies in the other. Of each owner it keeps the outermost, so that as much is looked at as there are
/// owners, however many subnets they have.
struct SubnetSweep {
  private var open: [SubnetClaim] = []
  /// How many it looks at for the next subnet.
  var depth: Int { open.count }

  /// The subnets around this one, which is then open itself.
  mutating func around(_ claim: SubnetClaim) -> [SubnetClaim] {
    open.removeAll { !$0.subnet.contains(claim.subnet.address) }
    let found = open.filter { $0.owner != claim.owner }
    if found.count == open.count { open.append(claim) }
    return found
  }
}
