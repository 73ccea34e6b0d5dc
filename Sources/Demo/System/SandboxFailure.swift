public import Kernel

/// Why there is no private node to be had here, and what would help.
public struct SandboxFailure: Error, CustomStringConvertible {
  public var cause: KernelError
  public var advice: String

  init(_ cause: KernelError) {
    self.cause = cause
    advice = Self.restrictions.first { $0.isInForce }?.advice ?? "Try it as root."
  }

  public var description: String {
    "private namespaces are not allowed here: \(cause). \(advice)"
  }

  /// A setting that forbids ordinary users namespaces of their own.
  private struct Restriction {
    var setting: String
    var forbids: String
    var allows: String

    var isInForce: Bool { (try? Sysctl(setting).value()) == forbids }

    var advice: String {
      "This machine forbids them to ordinary users; as root, allow them with: "
        + "sysctl -w \(setting)=\(allows)"
    }
  }

  private static let restrictions = [
    Restriction(setting: "kernel/unprivileged_userns_clone", forbids: "0", allows: "1"),
    Restriction(setting: "kernel/apparmor_restrict_unprivileged_userns", forbids: "1", allows: "0"),
    Restriction(setting: "user/max_user_namespaces", forbids: "0", allows: "10000"),
  ]
}
