import Topology

extension CNIAgent.Presence {
  /// As records have it.
  var word: String {
    switch self {
    case .running: "running"
    case .configured: "configured"
    case .idle: "idle"
    case .absent: "absent"
    }
  }
}

extension Plugin.State {
  /// As records have it.
  var word: String {
    switch self {
    case .callable: "callable"
    case .notExecutable: "not executable"
    case .foreign: "foreign"
    case .noProgram: "no program"
    case .worldWritable: "world-writable"
    }
  }
}
