import Files
import Kernel
import Topology

/// What leads to a namespace.
struct NamespaceHandles: Equatable {
  /// Files it is mounted on, then links to it, both sorted.
  var paths: [String] = []
  /// Processes in it, in the order of their ids.
  var processes: [Int32] = []

  /// Something to open it by. A name that is not UTF-8 is shown with replacements, and opens nothing.
  var path: String? {
    let plain = paths.first { !$0.unicodeScalars.contains("\u{fffd}") }
    return plain ?? processes.first.map { "/proc/\($0)/ns/net" }
  }
}

/// Where namespaces were found: each by its identity, with every way that leads to it. The mount
/// table and one link per process are read for that, and no namespace is opened.
struct NamespaceFinder {
  private(set) var found: [NamespaceID: NamespaceHandles] = [:]
  /// Why there may be more.
  private(set) var gaps: [Gap] = []
  /// Names that lead to none.
  private(set) var deadNames: [Gap] = []

  init(device: UInt64) {
    let mounted = findMounted()
    findNames(besides: mounted, device: device)
    findProcesses(device: device)
  }

  private mutating func findMounted() -> Set<String> {
    do throws(FileFailure) {
      let mounted = try MountTable.read().namespaces.sorted { $0.path < $1.path }
      for entry in mounted {
        let id = NamespaceID.file(device: entry.device, inode: entry.inode)
        found[id, default: NamespaceHandles()].paths.append(entry.path)
      }
      return Set(mounted.map(\.path))
    } catch {
      gaps.append(Gap(subject: "/proc/self/mountinfo", reason: "\(error)"))
      return []
    }
  }

  /// What was mounted for others only is a mere file here.
  private mutating func findNames(besides mounted: Set<String>, device: UInt64) {
    let names = NamespaceNames(besides: mounted, device: device)
    for (id, paths) in names.aliases { found[id, default: NamespaceHandles()].paths += paths }
    deadNames = names.foreign
    if MountTable.isOfEverybody {
      deadNames += names.emptyFiles
    } else {
      gaps += names.emptyFiles
    }
  }

  private mutating func findProcesses(device: UInt64) {
    do throws(FileFailure) {
      let table = try ProcessTable.scan()
      for process in table.entries {
        let id = NamespaceID.file(device: device, inode: process.namespaceInode)
        found[id, default: NamespaceHandles()].processes.append(process.id)
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
