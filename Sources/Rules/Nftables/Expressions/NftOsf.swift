import Netlink

extension Expression.Osf {
  /// `osf`: the operating system a packet looks like. Names have at most 16 bytes.
  var field: Field {
    let way =
      switch ttl {
      case 1: "ttl loose "  // NF_OSF_TTL_LESS
      case 2: "ttl skip "  // NF_OSF_TTL_NOCHECK
      default: ""
      }
    return Field("osf \(way)\(isVersion ? "version" : "name")", .string, bits: 128)
  }
}
