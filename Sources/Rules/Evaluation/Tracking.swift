public import Addressing

/// What connection tracking has made of a packet.
public enum Tracking: Hashable, Sendable {
  /// Nothing: it has not seen the packet yet, or makes no sense of it.
  case none
  /// It was told not to look: `notrack`.
  case untracked
  case connection(Connection)
  case unknown

  /// A connection's first packet.
  public static let new = Tracking.connection(Connection(.new, status: 0, mark: 0))

  /// Changes the connection, if there is one.
  mutating func change(_ body: (inout Connection) -> Void) {
    guard case .connection(var connection) = self else { return }
    body(&connection)
    self = .connection(connection)
  }
}

/// The connection that a packet is part of. What is `nil` is not known.
public struct Connection: Hashable, Sendable {
  public var state: State
  public var isReply: Bool?
  /// `IPS_*`
  public var status: UInt32?
  public var mark: UInt32?
  /// Of the first packet, as it came.
  public var original: Tuple?
  /// Of the answers to it, as they come.
  public var reply: Tuple?

  public init(_ state: State, isReply: Bool? = nil, status: UInt32? = nil, mark: UInt32? = nil) {
    self.state = state
    self.isReply = state == .new ? false : isReply
    self.status = status
    self.mark = mark
  }

  /// `IP_CT_*`; raw values are those of `NF_CT_STATE_BIT`.
  public enum State: UInt32, Sendable {
    case established = 2
    case related = 4
    case new = 8
  }

  public struct Tuple: Hashable, Sendable {
    public var source: IPAddress?
    public var destination: IPAddress?
    /// Ports, or the number of an echo.
    public var sourcePort: UInt16?
    public var destinationPort: UInt16?
  }

  /// `IPS_*`
  enum Status {
    static let sourceNAT: UInt32 = 0x10  // IPS_SRC_NAT
    static let destinationNAT: UInt32 = 0x20  // IPS_DST_NAT
    static let sourceDone: UInt32 = 0x80  // IPS_SRC_NAT_DONE
    static let destinationDone: UInt32 = 0x100  // IPS_DST_NAT_DONE
  }
}
