import Topology

extension BridgePort: Coded {
  static var blank: BridgePort { BridgePort(number: 0, state: .disabled) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("number", &number)
    try coder.field("state", &state)
    try coder.field("isHairpin", &isHairpin)
    try coder.field("isIsolated", &isIsolated)
    try coder.field("learns", &learns)
    try coder.list("vlans", &vlans, context)
  }
}

extension BridgePort.VLAN: Coded {
  static var blank: BridgePort.VLAN { BridgePort.VLAN(first: 0, last: 0) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("first", &first)
    try coder.field("last", &last)
    try coder.field("isPrimary", &isPrimary)
    try coder.field("isUntagged", &isUntagged)
  }
}

extension Counters: Coded {
  static var blank: Counters { Counters() }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("receivedBytes", &receivedBytes)
    try coder.field("receivedPackets", &receivedPackets)
    try coder.field("receivedDropped", &receivedDropped)
    try coder.field("receivedErrors", &receivedErrors)
    try coder.field("sentBytes", &sentBytes)
    try coder.field("sentPackets", &sentPackets)
    try coder.field("sentDropped", &sentDropped)
    try coder.field("sentErrors", &sentErrors)
  }
}
