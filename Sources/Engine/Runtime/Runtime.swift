public import CNI
public import SystemPackage

/// What a container runtime does with a network: find it, call its plugins in order, remember the result.
///
/// The plugin `bridge` runs inside this process, every other one as a program.
public struct Runtime: Sendable {
  public var confDirectory: FilePath = "/etc/cni/net.d"
  /// Where libcni keeps results.
  public var cacheDirectory: FilePath = "/var/lib/cni/results"
  public var binDirectories = ["/opt/cni/bin", "/usr/lib/cni", "/usr/libexec/cni"]
  /// Whether `bridge` is run as a program too.
  public var prefersPrograms = false

  public init() {}

  /// An attachment as a person asks for it.
  public struct Order: Sendable {
    public var network: String
    public var key: AttachmentKey
    public var namespacePath: String?
    /// `CNI_ARGS`
    public var arguments: String
    /// A JSON object of what may be passed to plugins that declare it.
    public var capabilities: [UInt8]?

    public init(
      network: String, key: AttachmentKey, namespacePath: String?, arguments: String = "",
      capabilities: [UInt8]? = nil
    ) {
      self.network = network
      self.key = key
      self.namespacePath = namespacePath
      self.arguments = arguments
      self.capabilities = capabilities
    }
  }

  /// Calls ADD of every plugin, each with the result of the one before; DEL of all if one fails.
  ///
  /// - Returns: the last plugin's answer.
  public func add(_ order: Order) throws(CNIError) -> [UInt8] {
    let list = try NetworkList.find(order.network, in: confDirectory)
    var result: [UInt8]?
    do throws(CNIError) {
      for index in list.types.indices {
        result = try call(.add, order, list, index, result)
      }
      let entry = CacheEntry(
        network: list.name, key: order.key, namespacePath: order.namespacePath,
        configuration: list.bytes, result: result ?? [], arguments: order.arguments,
        capabilities: order.capabilities)
      try entry.write(in: cacheDirectory)
    } catch {
      try? delete(order, list, result)
      throw error
    }
    return result ?? []
  }

  /// Calls DEL of every plugin, the last first, with what was remembered of the attachment.
  public func del(_ order: Order) throws(CNIError) {
    let (order, list, result) = try remembered(order)
    try delete(order, list, list.version < .v0_4_0 ? nil : result)
    try CacheEntry.remove(list.name, order.key, in: cacheDirectory)
  }

  /// Calls CHECK of every plugin.
  ///
  /// - Throws: also if the network's version has none, and for an attachment that is not remembered.
  public func check(_ order: Order) throws(CNIError) {
    let (order, list, result) = try remembered(order)
    guard list.version >= .v0_4_0 else {
      throw CNIError(
        .incompatibleVersion, "cniVersion \(list.version.rawValue) of \(list.name) has no CHECK")
    }
    guard !list.disableCheck else { return }
    guard let result else {
      throw CNIError(.unknownContainer, "nothing is remembered of \(order.key.containerID)")
    }
    for index in list.types.indices { _ = try call(.check, order, list, index, result) }
  }

  /// Calls STATUS of every plugin.
  public func status(_ network: String) throws(CNIError) {
    let list = try NetworkList.find(network, in: confDirectory)
    guard list.version >= .v1_1_0 else {
      throw CNIError(
        .incompatibleVersion, "cniVersion \(list.version.rawValue) of \(list.name) has no STATUS")
    }
    let nobody = AttachmentKey(containerID: "", interfaceName: "")
    let order = Order(network: network, key: nobody, namespacePath: nil)
    for index in list.types.indices { _ = try call(.status, order, list, index, nil) }
  }

  /// The versions that each plugin of the network knows, in the order of ADD.
  public func versions(_ network: String) throws(CNIError) -> [(type: String, versions: [String])] {
    let list = try NetworkList.find(network, in: confDirectory)
    var all: [(type: String, versions: [String])] = []
    for type in list.types {
      guard type != PluginRole.bridge.rawValue || prefersPrograms else {
        all.append((type, CNIVersion.allCases.map(\.rawValue)))
        continue
      }
      let nobody = AttachmentKey(containerID: "", interfaceName: "")
      let plugin = try ExternalPlugin(type, Invocation(.version, key: nobody, path: binDirectories))
      let question = Array(#"{"cniVersion":"\#(list.version.rawValue)"}"#.utf8)
      let answer = try plugin.call(.version, question)
      all.append((type, CNIVersion.supported(answer: answer) ?? []))
    }
    return all
  }

  /// What ADD of the built-in `bridge` would do, if the network's first plugin is that.
  public func plan(add order: Order) throws(CNIError) -> Plan {
    let list = try NetworkList.find(order.network, in: confDirectory)
    return try bridge(.add, order, list, nil).planAdd()
  }

  /// What DEL of the built-in `bridge` would do, if the network's first plugin is that.
  public func plan(del order: Order) throws(CNIError) -> Plan {
    let (order, list, result) = try remembered(order)
    return try bridge(.del, order, list, result).planDel()
  }

  private func bridge(
    _ command: Invocation.Command, _ order: Order, _ list: NetworkList, _ result: [UInt8]?
  ) throws(CNIError) -> BridgePlugin {
    guard list.types.first == PluginRole.bridge.rawValue else {
      throw CNIError(
        .unsupportedField, "only the built-in bridge has a plan, not \(list.types.first ?? "")")
    }
    let bytes = try list.configuration(
      of: 0, previous: result, capabilities: order.capabilities)
    return BridgePlugin(try invocation(command, order), try PluginInput(bytes))
  }

  private func remembered(
    _ order: Order
  ) throws(CNIError) -> (Order, NetworkList, result: [UInt8]?) {
    guard let entry = try CacheEntry.read(order.network, order.key, in: cacheDirectory) else {
      return (order, try NetworkList.find(order.network, in: confDirectory), nil)
    }
    var order = order
    order.namespacePath = order.namespacePath ?? entry.namespacePath
    order.capabilities = order.capabilities ?? entry.capabilities
    return (order, try NetworkList(entry.configuration), entry.result)
  }

  /// Goes on past failures; the first of them is thrown.
  private func delete(
    _ order: Order, _ list: NetworkList, _ result: [UInt8]?
  ) throws(CNIError) {
    var failure: CNIError?
    for index in list.types.indices.reversed() {
      do throws(CNIError) {
        _ = try call(.del, order, list, index, result)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private func call(
    _ command: Invocation.Command, _ order: Order, _ list: NetworkList, _ index: Int,
    _ result: [UInt8]?
  ) throws(CNIError) -> [UInt8] {
    let configuration = try list.configuration(
      of: index, previous: result, capabilities: order.capabilities)
    return try call(command, order, list, index, configuration: configuration)
  }

  func call(
    _ command: Invocation.Command, _ order: Order, _ list: NetworkList, _ index: Int,
    configuration: [UInt8]
  ) throws(CNIError) -> [UInt8] {
    let invocation = try invocation(command, order)
    let type = list.types[index]
    guard type == PluginRole.bridge.rawValue, !prefersPrograms else {
      return try ExternalPlugin(type, invocation).call(command, configuration)
    }
    return Array(try BridgePlugin(invocation, PluginInput(configuration)).perform().utf8)
  }

  private func invocation(
    _ command: Invocation.Command, _ order: Order
  ) throws(CNIError) -> Invocation {
    Invocation(
      command, key: order.key, namespacePath: order.namespacePath,
      arguments: try PluginArguments(order.arguments), path: binDirectories)
  }
}
