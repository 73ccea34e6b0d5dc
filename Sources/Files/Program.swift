public import SystemPackage

/// A program that is open to be run: what was looked at is what runs, whatever stands in its place by then.
public struct Program: ~Copyable {
  /// As it was named; what it is told that it was called.
  public let path: String
  private let descriptor: Descriptor

  /// Follows links.
  ///
  /// - Throws: `.untrusted` if somebody else than root and us could change it, or put another in its place.
  public init(_ path: FilePath) throws(FileFailure) {
    let walk = try PathWalk.follow(path, TrustPolicy.program)
    guard walk.entry.facts.kind == .file else { throw .notAFile }
    guard walk.entry.facts.isExecutable else { throw .refused(.permissionDenied) }
    self.path = path.string
    descriptor = walk.intoEnd()
  }

  /// Of a place alone (`O_PATH`): to be executed, not to be read.
  public var rawValue: Int32 { descriptor.rawValue }
}
