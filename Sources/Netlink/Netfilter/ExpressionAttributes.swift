/// `NFTA_EXPR_*`
enum ExpressionAttribute: UInt16, AttributeKey {
  case name = 1  // NFTA_EXPR_NAME
  case data = 2  // NFTA_EXPR_DATA
}

/// `NFTA_META_*`
enum MetaAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_META_DREG
  case key = 2  // NFTA_META_KEY
  case source = 3  // NFTA_META_SREG
}

/// `NFTA_CT_*`
enum ConnectionAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_CT_DREG
  case key = 2  // NFTA_CT_KEY
  case direction = 3  // NFTA_CT_DIRECTION
  case source = 4  // NFTA_CT_SREG
}

/// `NFTA_PAYLOAD_*`
enum PayloadAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_PAYLOAD_DREG
  case base = 2  // NFTA_PAYLOAD_BASE
  case offset = 3  // NFTA_PAYLOAD_OFFSET
  case length = 4  // NFTA_PAYLOAD_LEN
  case source = 5  // NFTA_PAYLOAD_SREG
}

/// `NFTA_CMP_*`
enum CompareAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_CMP_SREG
  case operation = 2  // NFTA_CMP_OP
  case data = 3  // NFTA_CMP_DATA
}

/// `NFTA_RANGE_*`
enum RangeAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_RANGE_SREG
  case operation = 2  // NFTA_RANGE_OP
  case from = 3  // NFTA_RANGE_FROM_DATA
  case to = 4  // NFTA_RANGE_TO_DATA
}

/// `NFTA_BITWISE_*`
enum BitwiseAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_BITWISE_SREG
  case destination = 2  // NFTA_BITWISE_DREG
  case length = 3  // NFTA_BITWISE_LEN
  case mask = 4  // NFTA_BITWISE_MASK
  case xor = 5  // NFTA_BITWISE_XOR
  case operation = 6  // NFTA_BITWISE_OP
}

/// `NFTA_LOOKUP_*`
enum LookupAttribute: UInt16, AttributeKey {
  case set = 1  // NFTA_LOOKUP_SET
  case source = 2  // NFTA_LOOKUP_SREG
  case destination = 3  // NFTA_LOOKUP_DREG
  case flags = 5  // NFTA_LOOKUP_FLAGS
}

/// `NFTA_FIB_*`
enum FibAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_FIB_DREG
  case result = 2  // NFTA_FIB_RESULT
  case flags = 3  // NFTA_FIB_FLAGS
}

/// `NFTA_IMMEDIATE_*`
enum ImmediateAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_IMMEDIATE_DREG
  case data = 2  // NFTA_IMMEDIATE_DATA
}

/// `NFTA_LIMIT_*`
enum LimitAttribute: UInt16, AttributeKey {
  case rate = 1  // NFTA_LIMIT_RATE
  case unit = 2  // NFTA_LIMIT_UNIT
  case burst = 3  // NFTA_LIMIT_BURST
  case type = 4  // NFTA_LIMIT_TYPE
  case flags = 5  // NFTA_LIMIT_FLAGS
}

/// `NFTA_QUOTA_*`
enum QuotaAttribute: UInt16, AttributeKey {
  case bytes = 1  // NFTA_QUOTA_BYTES
  case flags = 2  // NFTA_QUOTA_FLAGS
  case consumed = 4  // NFTA_QUOTA_CONSUMED
}

/// `NFTA_LOG_*`
enum LogAttribute: UInt16, AttributeKey {
  case group = 1  // NFTA_LOG_GROUP
  case prefix = 2  // NFTA_LOG_PREFIX
  case level = 5  // NFTA_LOG_LEVEL
  case flags = 6  // NFTA_LOG_FLAGS
}

/// `NFTA_NAT_*`
enum NatAttribute: UInt16, AttributeKey {
  case type = 1  // NFTA_NAT_TYPE
  case family = 2  // NFTA_NAT_FAMILY
  case address = 3  // NFTA_NAT_REG_ADDR_MIN
  case lastAddress = 4  // NFTA_NAT_REG_ADDR_MAX
  case port = 5  // NFTA_NAT_REG_PROTO_MIN
  case lastPort = 6  // NFTA_NAT_REG_PROTO_MAX
  case flags = 7  // NFTA_NAT_FLAGS
}

/// `NFTA_MASQ_*`
enum MasqueradeAttribute: UInt16, AttributeKey {
  case flags = 1  // NFTA_MASQ_FLAGS
  case port = 2  // NFTA_MASQ_REG_PROTO_MIN
  case lastPort = 3  // NFTA_MASQ_REG_PROTO_MAX
}

/// `NFTA_REDIR_*`
enum RedirectAttribute: UInt16, AttributeKey {
  case port = 1  // NFTA_REDIR_REG_PROTO_MIN
  case lastPort = 2  // NFTA_REDIR_REG_PROTO_MAX
  case flags = 3  // NFTA_REDIR_FLAGS
}

/// `NFTA_REJECT_*`
enum RejectAttribute: UInt16, AttributeKey {
  case type = 1  // NFTA_REJECT_TYPE
  case code = 2  // NFTA_REJECT_ICMP_CODE
}

/// `NFTA_NG_*`
enum NumgenAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_NG_DREG
  case modulus = 2  // NFTA_NG_MODULUS
  case type = 3  // NFTA_NG_TYPE
  case offset = 4  // NFTA_NG_OFFSET
}

/// `NFTA_HASH_*`
enum HashAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_HASH_SREG
  case destination = 2  // NFTA_HASH_DREG
  case modulus = 4  // NFTA_HASH_MODULUS
  case offset = 6  // NFTA_HASH_OFFSET
  case type = 7  // NFTA_HASH_TYPE
}

/// `NFTA_DUP_*`
enum DuplicateAttribute: UInt16, AttributeKey {
  case address = 1  // NFTA_DUP_SREG_ADDR
  case device = 2  // NFTA_DUP_SREG_DEV
}

/// `NFTA_FWD_*`
enum ForwardAttribute: UInt16, AttributeKey {
  case device = 1  // NFTA_FWD_SREG_DEV
}

/// `NFTA_OBJREF_*`
enum ObjectAttribute: UInt16, AttributeKey {
  case type = 1  // NFTA_OBJREF_IMM_TYPE
  case name = 2  // NFTA_OBJREF_IMM_NAME
}

/// `NFTA_QUEUE_*`
enum QueueAttribute: UInt16, AttributeKey {
  case number = 1  // NFTA_QUEUE_NUM
  case total = 2  // NFTA_QUEUE_TOTAL
  case flags = 3  // NFTA_QUEUE_FLAGS
}

/// `NFTA_DYNSET_*`
enum UpdateAttribute: UInt16, AttributeKey {
  case set = 1  // NFTA_DYNSET_SET_NAME
  case operation = 3  // NFTA_DYNSET_OP
  case key = 4  // NFTA_DYNSET_SREG_KEY
  case timeout = 6  // NFTA_DYNSET_TIMEOUT
}

/// `NFTA_MATCH_*` and `NFTA_TARGET_*`
enum ExtensionAttribute: UInt16, AttributeKey {
  case name = 1  // NFTA_MATCH_NAME
  case revision = 2  // NFTA_MATCH_REV
  case info = 3  // NFTA_MATCH_INFO
}
