import Addressing
import CNI

extension Step {
  /// What it does, in a few words.
  public var title: String {
    switch self {
    case .reserve(let claim):
      "reserve \(claim.addresses.map(\.prefix.address.description).joined(separator: " and "))"
    case .makeBridge(let spec): "make the bridge \(spec.name)"
    case .makePair(let spec): "make the pair \(spec.host) and \(spec.pod.name)"
    case .plug(let spec): "plug \(spec.host) into \(spec.bridge)"
    case .checkSource(let spec): "check who sends through \(spec.host)"
    case .configure(let spec):
      spec.addresses.isEmpty
        ? "bring \(spec.pod.name) up" : "give \(spec.pod.name) its addresses and bring it up"
    case .addRoutes(_, let end): "give routes to \(end.name)"
    case .makeGatewayEnd(let spec): "tie \(spec.name) to VLAN \(spec.vlan) of \(spec.bridge)"
    case .addGateways(let spec): "make \(spec.interface) the gateway"
    case .forward(.v4, _): "forward IPv4"
    case .forward(.v6, _): "forward IPv6"
    case .masquerade: "masquerade what leaves the network"
    case .awaitPort(let host): "wait until \(host) carries"
    case .deletePair(let pair): "delete \(pair.name) and its other end"
    case .endMasquerade: "end the masquerade"
    case .endSourceCheck: "end the source check"
    case .release: "release the addresses"
    }
  }

  /// Why it is done, in one sentence.
  public var reason: String {
    switch self {
    case .reserve: "No other container may get the address while this one has it."
    case .makeBridge: "A bridge is the switch that the network's containers are plugged into."
    case .makePair: "What enters one end of a veth pair comes out of the other, in the container."
    case .plug: "The host's end becomes a port of the bridge, and so the container a part of it."
    case .checkSource: "Frames that claim another sender's MAC address are dropped."
    case .configure: "The container can be reached once its end has an address and is up."
    case .addRoutes: "The container has to know where to send what is not for its own network."
    case .makeGatewayEnd: "The host is in a VLAN only with an end of its own in it."
    case .addGateways: "What leaves the network goes through the host, at an address inside it."
    case .forward: "The host passes on packets that are not its own only if it is told to."
    case .masquerade: "Nobody outside knows a way back to the container, but to the host they do."
    case .awaitPort: "Whoever is told that the container is ready may use it at once."
    case .deletePair: "With one end the other goes too, its port, its addresses and its routes."
    case .endMasquerade: "Rules stay until they are removed, also when the container is gone."
    case .endSourceCheck: "Its chains are the interface's own, and the interface is gone."
    case .release: "The next container may have the address now, for nobody uses it any more."
    }
  }
}

extension Step: CustomStringConvertible {
  /// What a person would type.
  public var description: String { commands.joined(separator: "\n") }
}
