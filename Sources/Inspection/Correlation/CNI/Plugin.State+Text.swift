import Topology

extension Plugin.State {
  /// What is to be said of a plugin that cannot be called: `not executable`.
  var words: String {
    switch self {
    case .callable: "there"
    case .notExecutable: "not executable"
    case .foreign(let machine): "for another machine: \(machine)"
    case .noProgram: "no program"
    case .worldWritable: "open to everybody"
    }
  }
}
