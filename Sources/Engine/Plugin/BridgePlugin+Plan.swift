import CNI

extension BridgePlugin {
  /// What ADD would do now. Nothing is touched, and no address is reserved. What comes after the call
  /// of another IPAM plugin depends on its answer.
  func planAdd(to end: PodEnd) throws(CNIError) -> ChainPlan {
    let (attachment, config) = try parts()
    let source = try IPAM(giving: config, invocation, input)
    let host: String
    do {
      var executor = try executor()
      host = try executor.freeName(for: attachment.tag)
    } catch {
      throw CNIError(error)
    }
    switch source {
    case .none: return ChainPlan(bridge: .add(attachment, at: end, config, nil, host: host))
    case .hostLocal(let pool):
      let assignment = try pool.preview().completed(by: config)
      return ChainPlan(bridge: .add(attachment, at: end, config, assignment, host: host))
    case .plugin(let plugin):
      return ChainPlan(
        bridge: .wiring(attachment, at: end, config, host: host),
        after: ["\(plugin.type) ADD, and what its answer asks for"])
    }
  }

  /// What DEL would do.
  func planDel() throws(CNIError) -> Plan {
    let (attachment, config) = try parts()
    if let path = attachment.namespacePath { try refuseOwnNamespace(path) }
    return .del(attachment, config, try IPAM(taking: config, invocation, input).reservation)
  }
}
