import CNI

extension CNIError {
  /// From what performing a plan may throw.
  init(_ error: any Error) {
    switch error {
    case let error as CNIError: self = error
    case let failure as PlanFailure: self = failure.error
    case let failure as StepFailure: self.init(failure.code, failure.description)
    default: self.init(.refused, "\(error)")
    }
  }
}
