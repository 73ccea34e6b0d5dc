/// By what name the reference plugins write of an attachment into the firewall.
public struct RuleTag: Hashable, Sendable {
  public let network: String
  public let key: AttachmentKey

  public init(network: String, key: AttachmentKey) {
    self.network = network
    self.key = key
  }

  /// What the comments of all rules of a network begin with.
  public static func prefix(ofNetwork network: String) -> String {
    String(SHA512.hexadecimal(network).prefix(16))
  }

  /// What the comments of this attachment's rules in nftables begin with.
  public var prefix: String {
    let own = SHA512.hexadecimal("\(key.interfaceName):\(key.containerID)").prefix(16)
    return "\(Self.prefix(ofNetwork: network))-\(own)"
  }

  /// The comment of its masquerade rules in nftables, at most 128 bytes.
  public var comment: String {
    let words = "\(prefix), net: \(network), if: \(key.interfaceName), id: \(key.containerID)"
    return String(decoding: words.utf8.prefix(128), as: UTF8.self)
  }

  /// The chain of its masquerade rules in iptables, which know nothing of interfaces.
  public var chain: String {
    String("CNI-\(SHA512.hexadecimal(network + key.containerID))".prefix(28))
  }

  /// The comment of its masquerade rules in iptables.
  public var chainComment: String { Self.chainPrefix(ofNetwork: network) + "\(key.containerID)\"" }

  /// What such comments of a network begin with.
  public static func chainPrefix(ofNetwork network: String) -> String {
    "name: \"\(network)\" id: \""
  }

  /// A name for the other end of the pair that makes the host a part of a VLAN.
  public static func port(of gateway: String) -> String {
    "veth\(SHA512.hexadecimal(gateway).prefix(8))"
  }

  /// A name for the host's end of the pair, the same for every attempt; `attempt` makes others.
  public func hostInterface(attempt: Int) -> String {
    let words = "\(network):\(key.interfaceName):\(key.containerID):\(attempt)"
    return "veth\(SHA512.hexadecimal(words).prefix(8))"
  }
}
