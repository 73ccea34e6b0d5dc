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

  /// The first of them, with the others in its details; nothing for none.
  static func throwAll(_ errors: [CNIError]) throws(CNIError) {
    guard let first = errors.first else { return }
    throw first.adding(errors.dropFirst().map(\.description))
  }

  /// With what could not be undone.
  func leaving(_ leftovers: [String]) -> CNIError {
    leftovers.isEmpty ? self : adding(["left behind: \(leftovers.joined(separator: "; "))"])
  }

  /// With more in its details.
  func adding(_ words: [String]) -> CNIError {
    var copy = self
    copy.details = ([details] + words).filter { !$0.isEmpty }.joined(separator: "; ")
    return copy
  }
}
