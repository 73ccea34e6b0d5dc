import Foundation
public import Testing

/// Something a test needs of the machine it runs on.
public enum Requirement: Sendable {
  /// Programs found in `PATH`.
  case programs([String])
  /// The reference plugins, where distributions or Kubernetes put them.
  case plugins
  /// The right to make network namespaces.
  case root
  /// The right to be somebody else, and that somebody's right to namespaces of their own.
  case otherUsers
  /// The right to make the private node of `assets/demo/node`.
  case node

  var isMet: Bool {
    get throws {
      switch self {
      case .programs(let names):
        try names.allSatisfy { try Command("which", $0).exitCode == 0 }
      case .plugins:
        try Command("env", "PATH=/usr/lib/cni:/opt/cni/bin", "/usr/bin/which", "host-local")
          .exitCode
          == 0
      case .root:
        try Command("unshare", "--net", "true").exitCode == 0
      case .otherUsers:
        try Command(
          "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
          "unshare", "--user", "--map-root-user", "true"
        ).exitCode == 0
      case .node:
        try Command(Project.node, "-n", "0", "--idle", "true").exitCode == 0
      }
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips the test where a requirement is not met, unless `CI=true` or `CNITOP_REQUIRE_ALL=1`:
  /// there the test runs, and says by failing what is missing.
  public static func needs(_ requirement: Requirement) -> Self {
    .enabled("needs \(requirement)") { try everythingIsRequired || requirement.isMet }
  }
}

private var everythingIsRequired: Bool {
  let environment = ProcessInfo.processInfo.environment
  return environment["CI"] == "true" || environment["CNITOP_REQUIRE_ALL"] == "1"
}
