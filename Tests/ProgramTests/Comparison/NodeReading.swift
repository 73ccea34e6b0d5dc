import Foundation
import LabKit

/// One node, as cnitop's snapshot tells it and as `ip` and `bridge` do, read right after each other.
struct NodeReading {
  let ours: OurSnapshot
  /// By namespace: `host`, and the names under `/run/netns`.
  private(set) var theirs: [String: TheirTables] = [:]

  /// Reads a private node after bash has run `preparation` on it.
  init(pods: Int, preparation: String = "") throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "cnitop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }

    let reading = try Command(
      [Project.node, "-n", "\(pods)", "--idle", "--", "bash", "-euc", preparation + Self.script],
      environment: ["OUT": directory.path, "CNITOP": Project.cnitop], within: 60)
    guard reading.exitCode == 0 else { throw NotRead(errors: reading.errors) }

    ours = try JSONDecoder().decode(
      OurSnapshot.self, from: Data(contentsOf: directory.appending(path: "ours.json")))
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path)
    where name != "ours.json" {
      theirs[name] = try TheirTables(directory.appending(path: name))
    }
  }

  private static let script = """

    wait_for_addresses() {
      until [ -z "$("$@" ip -6 -o addr show tentative)" ]; do :; done
    }
    read_tables() {
      mkdir "$OUT/$1"
      cd "$OUT/$1"
      shift
      "$@" ip -j -d link >link
      "$@" ip -j -d addr >addr
      "$@" ip -4 -j -d route show table all >route4
      "$@" ip -6 -j -d route show table all >route6
      "$@" ip -j neigh >neigh
      "$@" bridge -j fdb show >fdb
    }
    wait_for_addresses
    for name in $(ls /run/netns); do wait_for_addresses ip netns exec $name; done
    for pod in 10.22.0.2 10.22.0.3 172.30.8.2; do ping -qnc 1 -W 5 $pod >/dev/null; done
    "$CNITOP" snapshot -o json >"$OUT/ours.json"
    read_tables host
    for name in $(ls /run/netns); do read_tables $name ip netns exec $name; done
    """
}

struct NotRead: Error {
  let errors: String
}
