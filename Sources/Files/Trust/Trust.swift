/// How far a path is followed.
enum Trust {
  /// To a program: nobody but root and us may be able to change it, or what stands in its place.
  ///
  /// Every directory on the way belongs to one of them, and no other may write to it. A directory above
  /// the program's own may be one like /tmp, where everybody may write and the sticky bit is set: there
  /// only the owner of an entry may rename or remove it, so that a directory of root's stays what it was
  /// when it was looked at. Where the program itself or a link stands, not even that is enough: who may
  /// not change an entry there may still put another one.
  static func program(_ stop: Stop) throws(FileFailure) {
    try owner(of: stop.place)
    switch stop.place.facts.kind {
    case .directory: if !stop.place.facts.isSticky { try writers(to: stop.place) }
    case .link: try stop.directory.map(writers)
    case .file, .special:
      try writers(to: stop.place)
      try stop.directory.map(writers)
    }
  }

  /// To a file of ours, in a directory that is judged by itself: not through a link of somebody else.
  static func links(_ stop: Stop) throws(FileFailure) {
    guard stop.place.facts.kind == .link else { return }
    guard stop.place.facts.hasTrustedOwner, stop.directory?.facts.isWorldWritable == false else {
      throw .distrusted(Distrust(stop.place.path, .link))
    }
  }

  private static func owner(of place: Place) throws(FileFailure) {
    guard place.facts.hasTrustedOwner || ForeignUsers.mayBeRoot(place.facts.owner) else {
      throw .distrusted(Distrust(place.path, .owner(place.facts.owner)))
    }
  }

  private static func writers(to place: Place) throws(FileFailure) {
    if place.facts.isWorldWritable { throw .distrusted(Distrust(place.path, .writableByAll)) }
    guard place.facts.isGroupWritable else { return }
    if let group = place.facts.foreignWriters {
      throw .distrusted(Distrust(place.path, .writableByGroup(group)))
    }
    // The group's bits are then the most that any entry of the list grants.
    if place.hasAccessList { throw .distrusted(Distrust(place.path, .accessList)) }
  }
}
