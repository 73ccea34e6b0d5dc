/// `flow_offload`: lets a flowtable forward the rest of the connection.
extension Expression {
  public struct FlowOffload: Equatable, Sendable {
    public var flowtable: String
  }
}

/// `NFTA_FLOW_*`
enum FlowOffloadAttribute: UInt16, AttributeKey {
  case flowtable = 1  // NFTA_FLOW_TABLE_NAME
}

extension Expression.FlowOffload {
  init(_ nest: consuming AttributeReader<FlowOffloadAttribute>) throws(WireError) {
    flowtable = try nest.text(.flowtable) ?? ""
  }
}
