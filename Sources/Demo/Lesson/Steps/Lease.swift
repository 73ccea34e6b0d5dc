import CNI
import Engine
import SystemPackage

extension LessonStep {
  static func lease(_ room: Classroom) -> LessonStep {
    LessonStep(
      title: "The lease",
      sentence: "The plugin host-local gives addresses out by making a file named after each, so "
        + "that no two pods get the same.",
      commands: [
        #"printf 'red\r\neth0' > /var/lib/cni/networks/demo/10.22.0.2"#
      ],
      notes: "There is no server: the directory is the whole database, and a lock file keeps two "
        + "ADDs apart. "
        + "The file outlives the pod if nobody calls DEL, and that is how a range leaks. "
        + "4 IPAM calls it suspect now: leased, and up nowhere yet.",
      perform: {
        try room.perform { if case .reserve = $0 { true } else { false } }
        try remember()
        return {
          try CacheEntry.remove(DemoNetwork.name, Classroom.key, in: room.runtime.cacheDirectory)
          let store = try LeaseStore(dataDir: leases, network: DemoNetwork.name)
          try store.release(Classroom.key)
        }
      })
  }

  private static let leases: FilePath = "/var/lib/cni/networks"

  /// A runtime remembers whose lease it is; here, before ADD is through.
  private static func remember() throws {
    let result = #"{"cniVersion":"1.1.0","interfaces":[],"ips":[],"routes":[],"dns":{}}"#
    let entry = try CacheEntry(
      network: DemoNetwork.name, key: Classroom.key,
      namespacePath: "/run/netns/\(Classroom.pod)",
      configuration: Array(DemoNetwork().text.utf8), result: Array(result.utf8))
    try entry.write(in: "/var/lib/cni/results")
  }
}
