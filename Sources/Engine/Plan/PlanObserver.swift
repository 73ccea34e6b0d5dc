/// Whoever looks on while a plan is performed.
public struct PlanObserver: Sendable {
  /// Is asked before each step, on the thread that performs it, and may take its time: nothing that
  /// others wait for is held meanwhile. `nil` if nobody wants to be asked.
  ///
  /// - Throws: ``StepFailure/stopped`` to end it here.
  public var confirm: (@Sendable (Step) throws(StepFailure) -> Void)?
  /// Is asked before another program is called, as in `ADD of portmap`.
  ///
  /// - Throws: ``StepFailure/stopped`` to end it here.
  public var confirmCall: (@Sendable (String) throws(StepFailure) -> Void)?
  /// Hears what happens, as it happens.
  public var hear: @Sendable (Progress) -> Void

  public init(
    confirm: (@Sendable (Step) throws(StepFailure) -> Void)? = nil,
    confirmCall: (@Sendable (String) throws(StepFailure) -> Void)? = nil,
    hear: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.confirm = confirm
    self.confirmCall = confirmCall
    self.hear = hear
  }
}
