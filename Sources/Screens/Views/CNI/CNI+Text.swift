import TUI
import Topology

extension CNISetup.Finding {
  /// A hint is no fault.
  var isFault: Bool { severity != .hint }
}

extension CNISetup.Finding.Severity {
  var style: Style {
    switch self {
    case .broken: .bad
    case .suspect: .changed
    case .hint: .dim
    }
  }

  var sign: String {
    switch self {
    case .broken: "✗"
    case .suspect: "▲"
    case .hint: "·"
    }
  }
}

extension ConfigurationFile {
  var directory: String {
    path.hasSuffix("/" + name) ? String(path.dropLast(name.count + 1)) : ""
  }
}

extension Plugin {
  /// Only what somebody calls for is wrong when it cannot be called; open to everybody is always wrong.
  var isFault: Bool { state == .worldWritable || isNamed && !state.isCallable }

  var style: Style {
    if isFault { return state == .worldWritable ? .changed : .bad }
    return isNamed ? .good : .plain
  }

  var stateWord: String {
    switch state {
    case .callable: versions.isEmpty ? (error == nil ? "✓" : "?") : "✓ \(versions.last ?? "")"
    case .notExecutable: "✗ not executable"
    case .foreign(let machine): "✗ for \(machine)"
    case .noProgram: "✗ no program"
    case .worldWritable: "▲ open to all"
    }
  }

  var says: String {
    switch state {
    case .callable:
      if let error { return "gives no versions: \(error)" }
      guard let first = versions.first, let last = versions.last else { return "not asked" }
      return versions.count == 1 ? "supports \(first)" : "supports \(first) to \(last)"
    case .notExecutable: return "nobody may execute it"
    case .foreign(let machine): return "built for \(machine), which this machine is not"
    case .noProgram: return "neither a program for Linux nor a script"
    case .worldWritable: return "everybody may change it or put another there; it was not asked"
    }
  }
}

extension CachedADD {
  var isFault: Bool { state == .stale || state == .broken }

  /// For one without a pod.
  var shortName: String {
    containerID.isEmpty
      ? path.split(separator: "/").last.map(String.init) ?? path : String(containerID.prefix(12))
  }
}

extension CachedADD.State {
  var stateWord: String {
    switch self {
    case .live: "✓ live"
    case .stale: "✗ stale"
    case .broken: "✗ broken"
    case .unsure: "? unsure"
    }
  }
}
