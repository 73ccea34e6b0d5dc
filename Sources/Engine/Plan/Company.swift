/// Whoever looks on while a plan is performed.
public struct Company: Sendable {
  /// Is asked before each step.
  ///
  /// - Throws: ``StepFailure/stopped`` to end it here.
  public var agree: @Sendable (Step) throws(StepFailure) -> Void
  /// Hears, in a few words, what was changed.
  public var hear: @Sendable (String) -> Void

  public init(
    agree: @escaping @Sendable (Step) throws(StepFailure) -> Void = { _ in },
    hear: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.agree = agree
    self.hear = hear
  }
}
