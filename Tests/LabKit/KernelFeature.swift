/// Something a kernel is built with or without: a test asks first, and then wants one outcome.
public enum KernelFeature: Sendable {
  /// Bridges that keep VLANs apart (`CONFIG_BRIDGE_VLAN_FILTERING`).
  case vlanFiltering

  /// Whether the kernel has it, as tried in a network namespace of its own.
  ///
  /// - Throws: `Refused` when the kernel says neither yes nor that it does not know how.
  public var isThere: Bool {
    get throws {
      let attempt = try Command(["unshare", "--net", "ip", "link", "add", "probe"] + words)
      if attempt.exitCode == 0 { return true }
      guard attempt.errors.contains("Operation not supported") else {
        throw Refused(feature: self, errors: attempt.errors)
      }
      return false
    }
  }

  /// What `ip link add` makes with it.
  private var words: [String] {
    switch self {
    case .vlanFiltering: ["type", "bridge", "vlan_filtering", "1"]
    }
  }

  public struct Refused: Error {
    let feature: KernelFeature
    let errors: String
  }
}
