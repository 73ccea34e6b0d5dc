/// `ip6t_srh`: the header of IPv6 segment routing.
struct XtSrh: XtOpaqueMatch {
  static let name = "srh"
  let nextHeader: UInt8
  let length: UInt8
  let segmentsLeft: UInt8
  let lastEntry: UInt8
  let tag: UInt16
  /// The previous, the next and the last segment; none in the first revision.
  let segments: [XtAddress]
  /// `IP6T_SRH_*`
  let matched: UInt16
  let inverted: UInt16

  init?(_ info: XtInfo) {
    let inverted: UInt16
    switch info.revision {
    case 0 where info.isSized(10):  // struct ip6t_srh
      (matched, inverted) = (info.half(6), info.half(8))
      segments = []
    case 1 where info.isSized(108):  // struct ip6t_srh1
      (matched, inverted) = (info.half(104), info.half(106))
      segments = (0..<3).map {
        XtAddress(
          address: info.address6(8 + $0 * 16), mask: info.address6(56 + $0 * 16),
          isInverted: info.half(106) & 0x800 << UInt16($0) != 0)
      }
    default: return nil
    }
    self.inverted = inverted
    (nextHeader, length) = (info.byte(0), info.byte(1))
    (segmentsLeft, lastEntry, tag) = (info.byte(2), info.byte(3), info.half(4))
  }

  func add(to options: inout XtOptions) {
    let numbers = [
      ("--srh-next-hdr", UInt16(nextHeader)),
      ("--srh-hdr-len-eq", UInt16(length)), ("--srh-hdr-len-gt", UInt16(length)),
      ("--srh-hdr-len-lt", UInt16(length)),
      ("--srh-segs-left-eq", UInt16(segmentsLeft)), ("--srh-segs-left-gt", UInt16(segmentsLeft)),
      ("--srh-segs-left-lt", UInt16(segmentsLeft)),
      ("--srh-last-entry-eq", UInt16(lastEntry)), ("--srh-last-entry-gt", UInt16(lastEntry)),
      ("--srh-last-entry-lt", UInt16(lastEntry)), ("--srh-tag", tag),
    ]  // IP6T_SRH_NEXTHDR and those after it, bit by bit
    for (bit, (option, value)) in numbers.enumerated() where matched & 1 << UInt16(bit) != 0 {
      options.add(option, value, not: inverted & 1 << UInt16(bit) != 0)
    }
    for (place, segment) in segments.enumerated() where matched & 0x800 << UInt16(place) != 0 {
      let length = segment.mask.maskLength.map { "\($0)" } ?? "\(segment.mask)"
      options.add(
        ["--srh-psid", "--srh-nsid", "--srh-lsid"][place], "\(segment.address)/\(length)",
        not: segment.isInverted)
    }
  }
}
