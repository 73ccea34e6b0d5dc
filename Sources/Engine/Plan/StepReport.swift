/// What became of a step.
public struct StepReport: Hashable, Sendable {
  public var step: Step
  public var outcome: Outcome
  /// How what it changed would be undone.
  public var changes: [Undo]

  public enum Outcome: Hashable, Sendable {
    case changed
    /// The node was already as the step makes it.
    case alreadySo
  }

  public var hasChanged: Bool { outcome == .changed }

  /// What it was about, or that there was nothing to do.
  public var detail: String {
    switch outcome {
    case .changed: step.detail
    case .alreadySo: step.alreadySo
    }
  }
}
