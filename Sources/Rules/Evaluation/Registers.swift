import Netlink

/// The registers of nftables' machine: 16 words of 4 bytes, with what is known of them.
struct Registers {
  private var content = PartialBytes([UInt8](repeating: 0, count: 64))
  /// What filled each word.
  private var sources = [Source](repeating: .nothing, count: 16)

  /// What fills a register, to say so where it is not known.
  enum Source: Equatable {
    case nothing
    case expression(String)
    case meta(UInt32)
    case connection(UInt32)
    case payload(Expression.Payload.Place)
  }

  /// Bytes from a word on; `nil` where they would lie beyond the last.
  func read(_ word: Int, _ length: Int) -> PartialBytes? {
    guard word >= 0, length >= 0, word * 4 + length <= 64 else { return nil }
    return content.part(word * 4, length)
  }

  /// The rest of the last word becomes 0, as in the kernel.
  mutating func write(_ value: PartialBytes, to word: Int, from source: Source) {
    let words = (value.count + 3) / 4
    guard word >= 0, word + words <= 16 else { return }
    let padding = words * 4 - value.count
    content.replace(at: word * 4, with: value)
    content.replace(
      at: word * 4 + value.count, with: PartialBytes([UInt8](repeating: 0, count: padding)))
    for place in word..<word + words { sources[place] = source }
  }

  func source(_ word: Int) -> Source { sources.indices.contains(word) ? sources[word] : .nothing }

  /// A doubt about what is in a register.
  func doubt(_ word: Int) -> Doubt { Doubt(source(word).text) }
}

extension Registers.Source {
  var text: String {
    switch self {
    case .nothing: "a register"
    case .expression(let name): name
    case .meta(let key): "meta \(metaName(key))"
    case .connection(let key): "ct \(connectionName(key))"
    case .payload(let place):
      "payload @\(payloadBase(place.base)),\(place.offset * 8),\(place.length * 8)"
    }
  }
}

/// nft's words for `NFT_META_*`.
private func metaName(_ key: UInt32) -> String {
  let names = [
    "length", "protocol", "priority", "mark", "iif", "oif", "iifname", "oifname", "iiftype",
    "oiftype", "skuid", "skgid", "nftrace", "rtclassid", "secmark", "nfproto", "l4proto",
    "ibrname", "obrname", "pkttype", "cpu", "iifgroup", "oifgroup", "cgroup", "random", "ipsec",
    "iifkind", "oifkind", "ibrpvid", "ibrvproto", "time", "day", "hour", "sdif", "sdifname",
    "broute", "iiftype", "ibrhwaddr",
  ]
  return Int(key) < names.count ? names[Int(key)] : "key \(key)"
}

/// nft's words for `NFT_CT_*`.
private func connectionName(_ key: UInt32) -> String {
  let names = [
    "state", "direction", "status", "mark", "secmark", "expiration", "helper", "l3proto", "saddr",
    "daddr", "protocol", "proto-src", "proto-dst", "label", "packets", "bytes", "avgpkt", "zone",
    "event", "ip saddr", "ip daddr", "ip6 saddr", "ip6 daddr", "id",
  ]
  return Int(key) < names.count ? names[Int(key)] : "key \(key)"
}

private func payloadBase(_ base: UInt32) -> String {
  let names = ["ll", "nh", "th", "ih", "tun"]
  return Int(base) < names.count ? names[Int(base)] : "\(base)"
}
