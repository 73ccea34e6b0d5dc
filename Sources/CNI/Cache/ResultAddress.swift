public import Addressing
import Formats

/// An address that a plugin gave to an interface.
public struct ResultAddress: Hashable, Sendable {
  /// With the length of its network.
  public let address: Prefix
  public let gateway: IPAddress?
  /// Index of the interface it is on; `nil` where the answer does not say.
  public let interface: Int?

  init?(_ json: JSON) {
    guard let address = json["address"]?.text.flatMap({ Prefix($0) }) else { return nil }
    self.address = address
    gateway = json["gateway"]?.text.flatMap { IPAddress($0) }
    interface = json["interface"]?.integer
  }

  /// The form before 0.3.0: one address of each family, under `ip4` and `ip6`.
  init?(legacy json: JSON) {
    guard let address = json["ip"]?.text.flatMap({ Prefix($0) }) else { return nil }
    self.address = address
    gateway = json["gateway"]?.text.flatMap { IPAddress($0) }
    interface = nil
  }
}
