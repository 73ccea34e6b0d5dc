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

  /// - Throws: code 4 for an id that the specification does not allow, or a name that the kernel does not;
  ///   code 7 for a name that no network can have.
  public func validate(on network: String) throws(CNIError) {
    guard network.isNetworkName else {
      throw CNIError(.invalidConfiguration, "no network can be called \"\(network.prefix(64))\"")
    }
    guard containerID.isContainerID else {
      throw CNIError(
        .invalidEnvironment, "the container's id cannot be \"\(containerID.prefix(64))\"")
    }
    guard interfaceName.isInterfaceName else {
      throw CNIError(
        .invalidEnvironment, "the interface's name cannot be \"\(interfaceName.prefix(64))\"")
    }
  }
}
