import Netlink

/// nft's types of data, by its own numbers, which sets carry.
enum DataType: UInt32 {
  case verdict = 1  // TYPE_VERDICT
  case family = 2  // TYPE_NFPROTO
  case bitmask = 3  // TYPE_BITMASK
  case integer = 4  // TYPE_INTEGER
  case string = 5  // TYPE_STRING
  case linkAddress = 6  // TYPE_LLADDR
  case ipv4 = 7  // TYPE_IPADDR
  case ipv6 = 8  // TYPE_IP6ADDR
  case ether = 9  // TYPE_ETHERADDR
  case etherType = 10  // TYPE_ETHERTYPE
  case arpOperation = 11  // TYPE_ARPOP
  case transport = 12  // TYPE_INET_PROTOCOL
  case port = 13  // TYPE_INET_SERVICE
  case icmpType = 14  // TYPE_ICMP_TYPE
  case tcpFlags = 15  // TYPE_TCP_FLAG
  case dccpType = 16  // TYPE_DCCP_PKTTYPE
  case mobilityType = 17  // TYPE_MH_TYPE
  case time = 18  // TYPE_TIME
  case mark = 19  // TYPE_MARK
  case interfaceIndex = 20  // TYPE_IFINDEX
  case interfaceType = 21  // TYPE_ARPHRD
  case realm = 22  // TYPE_REALM
  case classID = 23  // TYPE_CLASSID
  case user = 24  // TYPE_UID
  case group = 25  // TYPE_GID
  case connectionState = 26  // TYPE_CT_STATE
  case connectionDirection = 27  // TYPE_CT_DIR
  case connectionStatus = 28  // TYPE_CT_STATUS
  case icmpv6Type = 29  // TYPE_ICMP6_TYPE
  case connectionLabel = 30  // TYPE_CT_LABEL
  case packetType = 31  // TYPE_PKTTYPE
  case icmpCode = 32  // TYPE_ICMP_CODE
  case icmpv6Code = 33  // TYPE_ICMPV6_CODE
  case icmpxCode = 34  // TYPE_ICMPX_CODE
  case interfaceGroup = 35  // TYPE_DEVGROUP
  case dscp = 36  // TYPE_DSCP
  case ecn = 37  // TYPE_ECN
  case addressType = 38  // TYPE_FIB_ADDR
  case boolean = 39  // TYPE_BOOLEAN
  case connectionEvents = 40  // TYPE_CT_EVENTBIT
  case interfaceName = 41  // TYPE_IFNAME
  case igmpType = 42  // TYPE_IGMP_TYPE
  case date = 43  // TYPE_TIME_DATE
  case hour = 44  // TYPE_TIME_HOUR
  case weekday = 45  // TYPE_TIME_DAY
  case controlGroup = 46  // TYPE_CGROUPV2
  /// Bytes of a packet that no field has, which has no number of nft's.
  case raw = 1000
}

extension DataType {
  /// Its length in bits; 0 for one of any length.
  var bits: Int {
    switch self {
    case .verdict, .bitmask, .integer, .string, .linkAddress, .raw: 0
    case .boolean: 1
    case .ecn: 2
    case .dccpType: 4
    case .dscp: 6
    case .family, .transport, .icmpType, .tcpFlags, .mobilityType, .connectionDirection,
      .icmpv6Type, .packetType, .icmpCode, .icmpv6Code, .icmpxCode, .igmpType, .weekday:
      8
    case .etherType, .arpOperation, .port, .interfaceType: 16
    case .ipv4, .time, .mark, .interfaceIndex, .realm, .classID, .user, .group,
      .connectionState, .connectionStatus, .interfaceGroup, .addressType, .connectionEvents,
      .hour:
      32
    case .ether: 48
    case .date, .controlGroup: 64
    case .ipv6, .interfaceName, .connectionLabel: 128
    }
  }

  /// How its bytes lie in a set or register where nothing else says so.
  var order: ByteOrder {
    switch self {
    case .string, .time, .mark, .interfaceIndex, .interfaceType, .realm, .classID, .user, .group,
      .connectionState, .connectionStatus, .connectionLabel, .packetType, .interfaceGroup,
      .addressType, .connectionEvents, .interfaceName, .date, .hour, .weekday, .controlGroup:
      .host
    case .verdict, .family, .bitmask, .integer, .linkAddress, .ipv4, .ipv6, .ether, .etherType,
      .arpOperation, .transport, .port, .icmpType, .tcpFlags, .dccpType, .mobilityType,
      .connectionDirection, .icmpv6Type, .icmpCode, .icmpv6Code, .icmpxCode, .dscp, .ecn,
      .boolean, .igmpType, .raw:
      .network
    }
  }

  /// Each bit is a thing of its own.
  var isFlags: Bool {
    switch self {
    case .tcpFlags, .connectionState, .connectionStatus, .connectionLabel, .connectionEvents: true
    default: false
    }
  }

  var isString: Bool { self == .string || self == .interfaceName }

  /// nft writes a span of its values as a prefix where it can.
  var prefersPrefixes: Bool {
    switch self {
    case .ipv4, .ipv6, .mark, .realm, .interfaceGroup: true
    default: false
    }
  }
}

extension ByteOrder {
  var opposite: Self { self == .host ? .network : .host }
}
