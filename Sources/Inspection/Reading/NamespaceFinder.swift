import Files
import Kernel
import Topology

/// What leads to a namespace.
struct NamespaceWays: Equatable {
  /// Files it is mounted on.
  var paths: [String] = []
  /// Processes in it, in the order of their ids.
  var processes: [Int32] = []

  /// Something to open it by.
  var path: String? { paths.first ?? processes.first.map { "/proc/\($0)/ns/net" } }
}

/// Where namespaces were found: each by its identity, with every way that leads to it. The mount
/// table and one link per process are read for that, and no namespace is opened.
struct NamespaceFinder {
  private(set) var found: [NamespaceID: NamespaceWays] = [:]
  private(set) var gaps: [Gap] = []

  init(device: UInt64) {
    findMounted()
    findProcesses(device: device)
  }

  private mutating func findMounted() {
    do throws(FileFailure) {
      for entry in try MountTable.read().namespaces {
        let id = NamespaceID.file(device: entry.device, inode: entry.inode)
        found[id, default: NamespaceWays()].paths.append(entry.path)
      }
    } catch {
      gaps.append(Gap(subject: "/proc/self/mountinfo", reason: "\(error)"))
    }
  }

  private mutating func findProcesses(device: UInt64) {
    do throws(FileFailure) {
      let table = try ProcessTable.scan()
      for process in table.entries {
        let id = NamespaceID.file(device: device, inode: process.namespaceInode)
        found[id, default: NamespaceWays()].processes.append(process.id)
      }
      if table.hidden > 0 { gaps.append(.hiddenProcesses(table.hidden)) }
      if table.isCutOff {
        gaps.append(Gap(subject: "processes", reason: "only \(ProcessTable.limit) were looked at"))
      }
    } catch {
      gaps.append(Gap(subject: "/proc", reason: "\(error)"))
    }
  }
}

extension Gap {
  fileprivate static func hiddenProcesses(_ count: Int) -> Gap {
    Gap(
      subject: "processes", reason: "\(count) do not show their namespace",
      advice: "run as root, or grant CAP_SYS_PTRACE")
  }
}
