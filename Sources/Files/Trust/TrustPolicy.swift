/// How far a path is followed.
enum TrustPolicy {
  /// To a program: nobody but root and us may be able to change it, or what stands in its place.
  ///
  /// Every directory on the way belongs to one of them, and no other may write to it. A directory above
  /// the program's own may be one like /tmp, where everybody may write and the sticky bit is set: there
  /// only the owner of an entry may rename or remove it, so that a directory of root's stays what it was
  /// when it was looked at. Where the program itself or a link stands, not even that is enough: who may
  /// not change an entry there may still put another one.
  static func program(_ step: PathWalk.Step) throws(FileFailure) {
    try owner(of: step.entry)
    switch step.entry.facts.kind {
    case .directory: if !step.entry.facts.isSticky { try writers(to: step.entry) }
    case .link: try step.directory.map(writers)
    case .file, .special:
      try writers(to: step.entry)
      try step.directory.map(writers)
    }
  }

  /// To a file of ours, in a directory that is judged by itself: not through a link of somebody else.
  static func links(_ step: PathWalk.Step) throws(FileFailure) {
    guard step.entry.facts.kind == .link else { return }
    guard step.entry.facts.hasTrustedOwner, step.directory?.facts.isWorldWritable == false else {
      throw .untrusted(UntrustedPath(step.entry.path, .link))
    }
  }

  private static func owner(of entry: PathWalk.Entry) throws(FileFailure) {
    guard entry.facts.hasTrustedOwner || UnmappedUsers.mayBeRoot(entry.facts.owner) else {
      throw .untrusted(UntrustedPath(entry.path, .owner(entry.facts.owner)))
    }
  }

  private static func writers(to entry: PathWalk.Entry) throws(FileFailure) {
    if entry.facts.isWorldWritable { throw .untrusted(UntrustedPath(entry.path, .writableByAll)) }
    guard entry.facts.isGroupWritable else { return }
    if let group = entry.facts.foreignWriters {
      throw .untrusted(UntrustedPath(entry.path, .writableByGroup(group)))
    }
    // The group's bits are then the most that any entry of the list grants.
    if entry.hasAccessList { throw .untrusted(UntrustedPath(entry.path, .accessList)) }
  }
}
