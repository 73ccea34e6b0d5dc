/// What the specification identifies an attachment by, within one network.
public struct AttachmentKey: Hashable, Comparable, Sendable {
  /// `CNI_CONTAINERID`.
  public var containerID: String
  /// `CNI_IFNAME`: the interface's name inside the container. Empty where an old lease has none.
  public var interfaceName: String

  public init(containerID: String, interfaceName: String) {
    self.containerID = containerID
    self.interfaceName = interfaceName
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.containerID, left.interfaceName) < (right.containerID, right.interfaceName)
  }
}
