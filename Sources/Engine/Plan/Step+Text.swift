import Addressing
import CNI

extension Step {
  /// What it does, in a few words.
  public var title: String {
    switch self {
    case .reserve(let reservation):
      "reserve \(reservation.addresses.map(\.prefix.address.description).joined(separator: " and "))"
    case .createBridge(let spec): "make the bridge \(spec.name)"
    case .createVeth(let spec): "make the pair \(spec.host) and \(spec.pod.name)"
    case .setMaster(let spec): "plug \(spec.host) into \(spec.bridge)"
    case .addMACSpoofCheck(let spec): "check who sends through \(spec.host)"
    case .configure(let spec):
      spec.addresses.isEmpty
        ? "bring \(spec.pod.name) up" : "give \(spec.pod.name) its addresses and bring it up"
    case .addRoutes(_, let end): "give routes to \(end.name)"
    case .createGatewayVeth(let spec): "tie \(spec.name) to VLAN \(spec.vlan) of \(spec.bridge)"
    case .addGateways(let spec): "make \(spec.interface) the gateway"
    case .forward(.v4, _): "forward IPv4"
    case .forward(.v6, _): "forward IPv6"
    case .masquerade: "masquerade what leaves the network"
    case .waitForCarrier(let host): "wait until \(host) carries"
    case .deleteVeth(let pair): "delete \(pair.name) and its other end"
    case .removeMasquerade: "end the masquerade"
    case .removeMACSpoofCheck: "end the source check"
    case .release: "release the addresses"
    }
  }

  /// Why it is done, in one sentence.
  public var reason: String {
    switch self {
    case .reserve: "No other container may get the address while this one has it."
    case .createBridge: "A bridge is the switch that the network's containers are plugged into."
    case .createVeth: "What enters one end of a veth pair comes out of the other, in the container."
    case .setMaster:
      "The host's end becomes a port of the bridge, and so the container a part of it."
    case .addMACSpoofCheck: "Frames that claim another sender's MAC address are dropped."
    case .configure: "The container can be reached once its end has an address and is up."
    case .addRoutes: "The container has to know where to send what is not for its own network."
    case .createGatewayVeth: "The host is in a VLAN only with an end of its own in it."
    case .addGateways: "What leaves the network goes through the host, at an address inside it."
    case .forward: "The host passes on packets that are not its own only if it is told to."
    case .masquerade: "Nobody outside knows a way back to the container, but to the host they do."
    case .waitForCarrier: "Whoever is told that the container is ready may use it at once."
    case .deleteVeth: "With one end the other goes too, its port, its addresses and its routes."
    case .removeMasquerade: "Rules stay until they are removed, also when the container is gone."
    case .removeMACSpoofCheck: "Its chains are the interface's own, and the interface is gone."
    case .release: "The next container may have the address now, for nobody uses it any more."
    }
  }
}

extension Step: CustomStringConvertible {
  /// What a person would type.
  public var description: String { commands.joined(separator: "\n") }
}
