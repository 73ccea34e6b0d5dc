public import CNI
import NodeSetup

extension Runtime {
  /// What ADD would do. Of a program there is no more to say than that it is called.
  public func plan(add order: Order) throws(CNIError) -> ChainPlan {
    try plan(add: order) { bridge throws(CNIError) in try bridge.end(try bridge.parts().0) }
  }

  /// What ADD would do with a namespace that has yet to be made.
  public func plan(addToNewNamespace order: Order) throws(CNIError) -> ChainPlan {
    try plan(add: order) { _ in
      PodEnd(namespacePath: order.namespacePath ?? "", name: order.key.interfaceName)
    }
  }

  private func plan(
    add order: Order, at end: (BridgePlugin) throws(CNIError) -> PodEnd
  ) throws(CNIError) -> ChainPlan {
    try order.key.validate(on: order.network)
    let list = try NetworkList.find(order.network, in: confDirectory)
    guard list.types.first.map(isBuiltIn) == true else {
      return ChainPlan(before: list.types.map { "\($0) ADD" }, bridge: Plan([]))
    }
    let bridge = try bridge(.add, order, list, nil)
    var plan = try bridge.planAdd(to: try end(bridge))
    plan.after += list.types.dropFirst().map { "\($0) ADD" }
    return plan
  }

  /// What DEL would do.
  public func plan(del order: Order) throws(CNIError) -> ChainPlan {
    let (order, list, result) = try remembered(order)
    guard list.types.first.map(isBuiltIn) == true else {
      return ChainPlan(before: list.types.reversed().map { "\($0) DEL" }, bridge: Plan([]))
    }
    return ChainPlan(
      before: list.types.dropFirst().reversed().map { "\($0) DEL" },
      bridge: try bridge(.del, order, list, result).planDel())
  }

  private func bridge(
    _ command: Invocation.Command, _ order: Order, _ list: NetworkList, _ result: [UInt8]?
  ) throws(CNIError) -> BridgePlugin {
    let bytes = try list.configuration(
      of: 0, previous: result, capabilities: order.capabilities)
    return BridgePlugin(try invocation(command, order), try PluginInput(bytes))
  }
}
