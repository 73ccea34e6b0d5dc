public import CNI
public import Files
import Kernel

/// Why a step was not done.
public enum StepFailure: Error, Hashable, Sendable {
  /// What the kernel was asked for, and what it says.
  case kernel(String)
  case namespace(String)
  case file(path: String, FileFailure)
  /// Something else is in its place.
  case conflict(String)
  case noAddress(String)
  /// What is there is not what was made.
  case mismatch(String)
  case unsupported(String)
  /// A person did not want it to go on.
  case stopped

  init(_ error: any Error) {
    switch error {
    case let failure as StepFailure: self = failure
    case let error as KernelError: self = .kernel(error.description)
    default: self = .kernel("\(error)")
    }
  }
}

extension StepFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .kernel(let text), .namespace(let text), .conflict(let text), .noAddress(let text),
      .mismatch(let text), .unsupported(let text):
      text
    case .file(let path, let failure): "\(path): \(failure)"
    case .stopped: "stopped"
    }
  }

  var code: CNIError.Code {
    switch self {
    case .kernel, .conflict, .stopped: .refused
    case .namespace: .unknownContainer
    case .file: .io
    case .noAddress: .noAddress
    case .mismatch: .mismatch
    case .unsupported: .unsupportedField
    }
  }
}

/// A plan that was not carried out: the step that failed, and what could not be undone after it.
public struct PlanFailure: Error, Hashable, Sendable {
  public var step: Step
  public var cause: StepFailure
  /// One line each; empty if everything is as it was before.
  public var leftovers: [String]

  public init(_ step: Step, _ cause: StepFailure, leftovers: [String] = []) {
    self.step = step
    self.cause = cause
    self.leftovers = leftovers
  }

  /// As a plugin tells it.
  public var error: CNIError {
    CNIError(cause.code, cause.description).leaving(leftovers)
  }
}

extension PlanFailure: CustomStringConvertible {
  public var description: String { "\(step.title): \(error)" }
}
