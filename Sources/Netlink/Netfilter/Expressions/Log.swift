/// `log`: tells the kernel's log, or a program, of a packet.
extension Expression {
  public struct Log: Equatable, Sendable {
    public var prefix: String?
    /// The program's group; `nil` for the kernel's log.
    public var group: UInt16?
    /// How much of the packet a program gets, in bytes.
    public var snapLength: UInt32?
    /// How many packets wait until a program gets them.
    public var queueThreshold: UInt16?
    /// syslog's, 4 (warn) unless told otherwise.
    public var level: UInt32?
    /// `NF_LOG_*`
    public var flags: UInt32
  }
}

/// `NFTA_LOG_*`
enum LogAttribute: UInt16, AttributeKey {
  case group = 1  // NFTA_LOG_GROUP
  case prefix = 2  // NFTA_LOG_PREFIX
  case snapLength = 3  // NFTA_LOG_SNAPLEN
  case queueThreshold = 4  // NFTA_LOG_QTHRESHOLD
  case level = 5  // NFTA_LOG_LEVEL
  case flags = 6  // NFTA_LOG_FLAGS
}

extension Expression.Log {
  init(_ nest: consuming AttributeReader<LogAttribute>) throws(WireError) {
    prefix = try nest.text(.prefix)
    group = try nest.find(.group)?.uint16(.network)
    snapLength = try nest.number(.snapLength)
    queueThreshold = try nest.find(.queueThreshold)?.uint16(.network)
    level = try nest.number(.level)
    flags = try nest.number(.flags) ?? 0
  }
}
