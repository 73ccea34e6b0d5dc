/// What became of a step.
public struct StepReport: Hashable, Sendable {
  public var step: Step
  /// How what it changed would be undone.
  public var changes: [Undo]

  /// Whether the node is another one now, as far as can be told.
  public var hasChanged: Bool {
    switch step {
    case .awaitPort: false
    // What others use too may have been so already; then there is nothing to undo.
    case .makeBridge, .addGateways, .forward: !changes.isEmpty
    case .reserve, .makePair, .plug, .checkSource, .configure, .addRoutes, .masquerade,
      .deletePair, .endMasquerade, .endSourceCheck, .release:
      true
    }
  }
}
