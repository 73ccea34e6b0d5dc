/// Whoever looks on while a plan is performed.
public struct Company: Sendable {
  /// Is asked before each step, on the thread that performs it, and may take its time: nothing that
  /// others wait for is held meanwhile. `nil` if nobody wants to be asked.
  ///
  /// - Throws: ``StepFailure/stopped`` to end it here.
  public var agree: (@Sendable (Step) throws(StepFailure) -> Void)?
  /// Is asked before another program is called, as in `ADD of portmap`.
  ///
  /// - Throws: ``StepFailure/stopped`` to end it here.
  public var agreeToCall: (@Sendable (String) throws(StepFailure) -> Void)?
  /// Hears what happens, as it happens.
  public var hear: @Sendable (Progress) -> Void

  public init(
    agree: (@Sendable (Step) throws(StepFailure) -> Void)? = nil,
    agreeToCall: (@Sendable (String) throws(StepFailure) -> Void)? = nil,
    hear: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.agree = agree
    self.agreeToCall = agreeToCall
    self.hear = hear
  }
}
