import CNI

extension BridgePlugin {
  /// What ADD would do now. Nothing is touched, and no address is reserved.
  func planAdd(to end: PodEnd) throws(CNIError) -> Plan {
    let (attachment, config, source) = try parts()
    var assignment: Assignment?
    switch source {
    case .nowhere: break
    case .hostLocal(let pool): assignment = try pool.preview().completed(by: config)
    case .plugin(let type, _, _):
      throw CNIError(.unsupportedField, "only \(type) knows which addresses it will give")
    }
    do {
      var executor = try NodeExecutor()
      let host = try executor.freeName(for: attachment.mark)
      return .add(attachment, at: end, config, assignment, host: host)
    } catch {
      throw CNIError(error)
    }
  }

  /// What DEL would do.
  func planDel() throws(CNIError) -> Plan {
    let (attachment, config, source) = try parts()
    return .del(attachment, config, source.claim)
  }
}
