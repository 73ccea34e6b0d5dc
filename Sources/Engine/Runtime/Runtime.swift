public import CNI
import NodeSetup
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
  /// A lease that nothing but its file knows of stays until it is so old, in seconds: the ADD that made
  /// it may still be under way.
  public var leaseGrace: Int64 = 60
  /// Looks on while something is changed.
  public var observer = PlanObserver()
  /// Whether the locks of the attachments at hand are held for all that is called.
  var holdsLocks = false

  public init() {}

  /// Calls ADD of every plugin, each with the result of the one before. If one fails, DEL of those
  /// that were called.
  ///
  /// - Returns: the last plugin's answer.
  /// - Throws: also for an attachment that is remembered; that is left as it is.
  public func add(_ order: Order) throws(CNIError) -> [UInt8] {
    try order.key.validate(on: order.network)
    let list = try NetworkList.find(order.network, in: confDirectory)
    let locks = try AttachmentLocks.allocation(order.key, of: list.name, .runtime)
    defer { withExtendedLifetime(locks) {} }
    guard try CacheEntry.read(list.name, order.key, in: cacheDirectory) == nil else {
      let key = order.key
      throw CNIError(
        .refused,
        "\(key.containerID) is on \(list.name) with \(key.interfaceName) already; DEL has to come first"
      )
    }
    var result: [UInt8]?
    var called = 0
    do throws(CNIError) {
      for index in list.types.indices {
        // The built-in plugin undoes itself what it has done, and must not undo what others have.
        if !isBuiltIn(list.types[index]) { called = index + 1 }
        result = try checked(call(.add, order, list, index, result), of: list.types[index])
        called = index + 1
      }
      let entry = try CacheEntry(
        network: list.name, key: order.key, namespacePath: order.namespacePath,
        configuration: list.bytes, result: result ?? [], arguments: order.arguments,
        capabilities: order.capabilities)
      try entry.write(in: cacheDirectory)
    } catch {
      do throws(CNIError) {
        try delete(order, list, result, of: 0..<called)
      } catch let another {
        // A plugin that cannot be run says the same of its DEL.
        throw another == error ? error : error.leaving([another.description])
      }
      throw error
    }
    return result ?? []
  }

  /// Calls DEL of every plugin, the last first, with what was remembered of the attachment.
  public func del(_ order: Order) throws(CNIError) {
    try order.key.validate(on: order.network)
    let locks = try AttachmentLocks.allocation(order.key, of: order.network, .runtime)
    defer { withExtendedLifetime(locks) {} }
    try delLocked(order)
  }

  /// The same, where the attachment's lock is held by the caller.
  func delLocked(_ order: Order) throws(CNIError) {
    let (order, list, result) = try remembered(order)
    try delete(order, list, list.version < .v0_4_0 ? nil : result, of: list.types.indices)
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

  /// What a plugin has answered to ADD: the next one gets it as `prevResult`.
  private func checked(_ answer: [UInt8], of type: String) throws(CNIError) -> [UInt8] {
    do throws(CNIError) {
      _ = try AttachmentResult(answer: answer)
    } catch {
      throw CNIError(
        .notDecodable, "the plugin \(type) has answered no result to ADD",
        details: error.description)
    }
    return answer
  }

  func remembered(
    _ order: Order
  ) throws(CNIError) -> (Order, NetworkList, result: [UInt8]?) {
    try order.key.validate(on: order.network)
    guard let entry = try CacheEntry.read(order.network, order.key, in: cacheDirectory) else {
      return (order, try NetworkList.find(order.network, in: confDirectory), nil)
    }
    var order = order
    order.namespacePath = order.namespacePath ?? entry.namespacePath
    order.capabilities = order.capabilities ?? entry.capabilities
    if order.arguments.isEmpty { order.arguments = entry.arguments }
    return (order, try list(order.network, of: entry), entry.answer)
  }

  /// The configuration that an attachment was made with; the present one where that is lost.
  private func list(
    _ network: String, of entry: CacheEntry
  ) throws(CNIError) -> NetworkList {
    do throws(CNIError) {
      return try NetworkList(entry.configuration ?? [])
    } catch {
      guard let list = try? NetworkList.find(network, in: confDirectory) else { throw error }
      return list
    }
  }

  /// Goes on past failures; the first of them is thrown.
  private func delete(
    _ order: Order, _ list: NetworkList, _ result: [UInt8]?, of plugins: Range<Int>
  ) throws(CNIError) {
    var failure: CNIError?
    for index in plugins.reversed() {
      do throws(CNIError) {
        _ = try call(.del, order, list, index, result)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  func call(
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
    guard isBuiltIn(type) else {
      return try attend(command, of: type) { () throws(CNIError) in
        try ExternalPlugin(type, invocation).call(command, configuration)
      }
    }
    let plugin = BridgePlugin(invocation, try PluginInput(configuration), before: observer)
    return Array(try (holdsLocks ? plugin.performLocked() : plugin.perform()).utf8)
  }

  /// Whoever looks on is asked before a program changes something, and hears of it after.
  private func attend(
    _ command: Invocation.Command, of type: String,
    _ body: () throws(CNIError) -> [UInt8]
  ) throws(CNIError) -> [UInt8] {
    guard [.add, .del].contains(command) else { return try body() }
    let words = "\(command.rawValue) of \(type)"
    do throws(StepFailure) {
      try observer.confirmCall?(words)
    } catch {
      throw CNIError(error)
    }
    let answer = try body()
    observer.hear(.called(words))
    return answer
  }

  func isBuiltIn(_ type: String) -> Bool {
    type == PluginRole.bridge.rawValue && !prefersPrograms
  }

  func invocation(
    _ command: Invocation.Command, _ order: Order
  ) throws(CNIError) -> Invocation {
    Invocation(
      command, key: order.key, namespacePath: order.namespacePath,
      arguments: try PluginArguments(order.arguments), path: binDirectories)
  }
}
