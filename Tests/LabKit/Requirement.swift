import Foundation
public import Testing

/// Something a test needs of the machine it runs on.
public enum Requirement: Sendable {
  /// Programs found in `PATH`, or named by their paths.
  case programs([String])
  /// The reference plugins, where Debian puts them.
  case plugins
  /// The right to make network namespaces.
  case root
  /// The right to give files to other users.
  case owners
  /// The right to be somebody else, and that somebody's right to namespaces of their own.
  case otherUsers
  /// The right to make the private node of `assets/demo/node`.
  case node

  /// What is missing and how to come by it, in one line; nothing where the requirement is met.
  var missing: String? {
    get throws {
      switch self {
      case .programs(let names):
        absent(names)
      case .plugins:
        absent(["bridge", "host-local", "portmap", "static", "dhcp"].map { "/usr/lib/cni/" + $0 })
      case .root:
        try isAllowed("unshare", "--net", "true")
          ? nil : "may not make network namespaces; run as root, or in unshare -rn"
      case .owners:
        try isAllowed(
          "sh", "-c", "file=$(mktemp); chown 65534 $file; status=$?; rm $file; exit $status")
          ? nil : "may not give files to other users; run as root"
      case .otherUsers:
        try isAllowed(
          "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
          "unshare", "--user", "--map-root-user", "true")
          ? nil : "may not be another user with namespaces of its own; run as root"
      case .node:
        try isAllowed(Project.node, "-n", "0", "--idle", "true")
          ? nil : "cannot make a private node; assets/demo/node -n 0 true says why"
      }
    }
  }

  private func absent(_ programs: [String]) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    let absent = programs.filter { program in
      let places = program.contains("/") ? [program] : path.map { "\($0)/\(program)" }
      return !places.contains(where: FileManager.default.isExecutableFile)
    }
    return absent.isEmpty
      ? nil : "lacks \(absent.joined(separator: ", ")); assets/scripts/need test installs it"
  }

  private func isAllowed(_ words: String...) throws -> Bool {
    try Command(words).exitCode == 0
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips the test where a requirement is not met, unless `CI=true` or `CNITOP_REQUIRE_ALL=1`:
  /// there it fails, and says in one line what is missing.
  public static func needs(_ requirement: Requirement) -> Self {
    .enabled("needs \(requirement)") {
      guard let missing = try requirement.missing else { return true }
      guard !everythingIsRequired else { throw Unmet(missing: missing) }
      return false
    }
  }
}

/// Why a test that has to run cannot.
private struct Unmet: Error, CustomStringConvertible {
  let missing: String
  var description: String { "this machine \(missing)" }
}

private var everythingIsRequired: Bool {
  let environment = ProcessInfo.processInfo.environment
  return environment["CI"] == "true" || environment["CNITOP_REQUIRE_ALL"] == "1"
}
