public import Kernel

/// Why there is no private node to be had here, and what would help.
public struct SandboxFailure: Error, CustomStringConvertible {
  public var cause: KernelError
  public var advice: String

  init(_ cause: KernelError) {
    self.cause = cause
    advice = Self.locks.first { $0.isShut }?.advice ?? "Try it as root."
  }

  public var description: String {
    "private namespaces are not allowed here: \(cause). \(advice)"
  }

  /// A setting that forbids ordinary users namespaces of their own.
  private struct Lock {
    var setting: String
    var shut: String
    var open: String

    var isShut: Bool { (try? Sysctl(setting).value()) == shut }

    var advice: String {
      "This machine forbids them to ordinary users; as root, allow them with: "
        + "sysctl -w \(setting)=\(open)"
    }
  }

  private static let locks = [
    Lock(setting: "kernel/unprivileged_userns_clone", shut: "0", open: "1"),
    Lock(setting: "kernel/apparmor_restrict_unprivileged_userns", shut: "1", open: "0"),
    Lock(setting: "user/max_user_namespaces", shut: "0", open: "10000"),
  ]
}
