public import CNI

/// What would be done to a chain of plugins, the built-in `bridge` in front.
public struct ChainPlan: Hashable, Sendable {
  public var bridge: Plan
  /// The programs called besides, in the order of ADD: after the bridge then, and for DEL, turned
  /// round, before it.
  public var programs: [String]
}

extension Runtime {
  /// What ADD would do, if the network's first plugin is the built-in `bridge`.
  public func plan(add order: Order) throws(CNIError) -> ChainPlan {
    let list = try NetworkList.find(order.network, in: confDirectory)
    return ChainPlan(
      bridge: try bridge(.add, order, list, nil).planAdd(), programs: Array(list.types.dropFirst()))
  }

  /// What DEL would do, if the network's first plugin is the built-in `bridge`.
  public func plan(del order: Order) throws(CNIError) -> ChainPlan {
    let (order, list, result) = try remembered(order)
    return ChainPlan(
      bridge: try bridge(.del, order, list, result).planDel(),
      programs: Array(list.types.dropFirst()))
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
}
