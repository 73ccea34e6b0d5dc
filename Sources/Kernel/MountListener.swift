import Files

/// Becomes ready when something is mounted or unmounted: a namespace was named, or lost its name.
public struct MountListener: ~Copyable {
  private let file: Descriptor

  public init() throws(KernelError) {
    file = try Descriptor(reading: "/proc/self/mountinfo")
  }

  /// To be waited on for ``Readiness/exceptional``; waiting also takes note.
  public var descriptor: Int32 { file.rawValue }
}
