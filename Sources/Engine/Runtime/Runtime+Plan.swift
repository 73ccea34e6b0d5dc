public import CNI

extension Runtime {
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
}
