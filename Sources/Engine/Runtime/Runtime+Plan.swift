public import CNI

extension Runtime {
  /// What ADD would do, if the network's first plugin is the built-in `bridge`.
  public func plan(add order: Order) throws(CNIError) -> ChainPlan {
    let list = try NetworkList.find(order.network, in: confDirectory)
    return ChainPlan(
      bridge: try bridge(.add, order, list, nil).planAdd(),
      after: list.types.dropFirst().map { "\($0) ADD" })
  }

  /// What DEL would do, if the network's first plugin is the built-in `bridge`.
  public func plan(del order: Order) throws(CNIError) -> ChainPlan {
    let (order, list, result) = try remembered(order)
    return ChainPlan(
      before: list.types.dropFirst().reversed().map { "\($0) DEL" },
      bridge: try bridge(.del, order, list, result).planDel())
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
