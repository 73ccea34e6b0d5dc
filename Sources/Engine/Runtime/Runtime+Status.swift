public import CNI

extension Runtime {
  /// Calls STATUS of every plugin; says `false` where the network's version has none, and none was
  /// called. libcni takes that for a good answer too.
  public func status(_ network: String) throws(CNIError) -> Bool {
    let list = try NetworkList.find(network, in: confDirectory)
    guard list.version >= .v1_1_0 else { return false }
    let order = Order(of: network)
    for index in list.types.indices { _ = try call(.status, order, list, index, nil) }
    return true
  }

  /// The versions that each plugin of the network knows, in the order of ADD.
  public func versions(_ network: String) throws(CNIError) -> [(type: String, versions: [String])] {
    let list = try NetworkList.find(network, in: confDirectory)
    var all: [(type: String, versions: [String])] = []
    for type in list.types {
      guard !isBuiltIn(type) else {
        all.append((type, CNIVersion.allCases.map(\.rawValue)))
        continue
      }
      let plugin = try ExternalPlugin(type, try invocation(.version, Order(of: network)))
      let question = Array(#"{"cniVersion":"\#(list.version.rawValue)"}"#.utf8)
      let answer = try plugin.call(.version, question)
      all.append((type, CNIVersion.supported(answer: answer) ?? []))
    }
    return all
  }
}
