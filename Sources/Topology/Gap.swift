/// Something that could not be learned. It is shown where its content would have been.
public struct Gap: Hashable, Sendable {
  /// What is missing: `iptables-legacy`, `/var/lib/cni/networks/mynet/10.0.0.9`, `namespace web`.
  public var subject: String
  public var reason: String
  /// The command or the privilege that would help.
  public var advice: String?

  public init(subject: String, reason: String, advice: String? = nil) {
    self.subject = subject
    self.reason = reason
    self.advice = advice
  }
}

extension Gap: CustomStringConvertible {
  public var description: String { "\(subject): \(reason)" + (advice.map { " (\($0))" } ?? "") }
}
