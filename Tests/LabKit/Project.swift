import Foundation

/// Where things are that the tests of the whole program use.
public enum Project {
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The program that was built together with the running tests.
  public static let cnitop = Bundle.main.bundleURL.appending(path: "cnitop").path

  /// Follows a node and says whether its view is that of a fresh reading.
  public static let watchProbe = Bundle.main.bundleURL.appending(path: "WatchProbe").path

  /// Runs a program and lets one of its acts fail, or kills it there.
  public static let faultProbe = Bundle.main.bundleURL.appending(path: "FaultProbe").path

  /// Whether the long tests are wanted too (`make soak`).
  public static let isSoak = ProcessInfo.processInfo.environment["CNITOP_SOAK"] == "1"

  /// Goes through what the demo shows, without a screen.
  public static let demoProbe = Bundle.main.bundleURL.appending(path: "DemoProbe").path

  /// The script that runs a command on a private node with pods.
  public static let node = root + "/assets/demo/node"
}
