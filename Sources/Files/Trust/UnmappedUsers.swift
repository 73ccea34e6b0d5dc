import SystemPackage

/// Users that have no number here, in a user namespace, as of rootless containers and `unshare -r`.
///
/// All of them show as one (`/proc/sys/kernel/overflowuid`), the machine's own root among them, whose
/// programs have to run there. Nobody inside can be any of them, so none is called a stranger.
enum UnmappedUsers {
  static func mayBeRoot(_ user: UInt32) -> Bool {
    user == 65_534 && !isMapped(user)
  }

  /// `/proc/self/uid_map` has lines of a first number inside, the one it is outside, and how many.
  private static func isMapped(_ user: UInt32) -> Bool {
    guard let map = try? File("/proc/self/uid_map", limit: 65_536) else { return true }
    return String(decoding: map.bytes, as: UTF8.self).split(separator: "\n").contains { line in
      let numbers = line.split(separator: " ").compactMap { UInt64($0) }
      return numbers.count == 3 && user >= numbers[0] && UInt64(user) - numbers[0] < numbers[2]
    }
  }
}
