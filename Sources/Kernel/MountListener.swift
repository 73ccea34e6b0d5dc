import SystemPackage

/// Becomes ready when something is mounted or unmounted: a namespace was named, or lost its name.
public struct MountListener: ~Copyable {
  private let file: OwnedDescriptor

  public init() throws(KernelError) {
    file = OwnedDescriptor(try .open(reading: "/proc/self/mountinfo"))
  }

  /// To be waited on for ``Readiness/exceptional``; waiting also takes note.
  public var descriptor: Int32 { file.file.rawValue }
}
