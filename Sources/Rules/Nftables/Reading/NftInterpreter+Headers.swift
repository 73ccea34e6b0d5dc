import Netlink

/// Bytes of a packet as fields of its headers.
extension NftInterpreter {
  /// Bits that are one field; in nft's words for bits where they are none.
  mutating func tell(_ payload: PayloadBits) -> Term {
    guard let layer = payload.layer, let place = layers.header(at: payload.offset, of: layer),
      let field = field(place.header, at: payload.offset - place.start, bits: payload.bits)
    else { return tellRaw(payload) }
    leaveOut(for: place.header, field, at: layer)
    return Term(field)
  }

  /// Ports are told even where nobody knows whose they are.
  mutating func tellRaw(_ payload: PayloadBits) -> Term {
    if payload.layer == .transport, payload.bits == 16, payload.offset == 0 || payload.offset == 16
    {
      let field = Header.thFields[payload.offset / 16]
      leaveOut(for: .th, field, at: .transport)
      return Term(field)
    }
    return Term(payload.words, .raw, .network, bits: payload.bits)
  }

  /// One that the message has, as far as its type is known.
  private func field(_ header: Header, at offset: Int, bits: Int) -> HeaderField? {
    for field in header.fields where field.offset == offset && field.bits == bits {
      if isPossible(field) { return field }
    }
    return nil
  }

  func isPossible(_ field: HeaderField) -> Bool {
    guard let type = field.icmpType, layers.icmpType != 0 else { return true }
    return type == layers.icmpType
  }

  /// The field that a mask takes out of an operand, and how many bits are behind it.
  func trim(_ operand: Operand, _ mask: Value) -> (field: Operand, shift: Int)? {
    switch operand {
    case .payload(let payload): trim(payload, mask).map { (.payload($0), $1) }
    case .option(let option): trim(option, mask).map { (.option($0), $1) }
    default: nil
    }
  }

  /// The fields that a mask takes out of bytes, and how many bits are behind them.
  func trim(_ payload: PayloadBits, _ mask: Value) -> (PayloadBits, shift: Int)? {
    guard let layer = payload.layer, let place = layers.header(at: payload.offset, of: layer),
      let run = mask.lowestRun
    else { return nil }
    let skipped = mask.bits - run.upperBound
    var offset = payload.offset - place.start + skipped
    var (rest, taken) = (payload.bits, 0)
    for field in place.header.fields where field.offset == offset {
      guard field.bits < rest else { return nil }
      rest -= field.bits
      offset += field.bits
      taken += field.bits
      guard taken == run.count else { continue }
      var trimmed = payload
      trimmed.offset += skipped
      trimmed.bits = taken
      return (trimmed, run.lowerBound)
    }
    return nil
  }
}

/// Extension headers, options and chunks.
extension NftInterpreter {
  mutating func tell(_ option: OptionBits) -> Term {
    switch option.operation {
    case 0, 2: leaveOut(.network)  // NFT_EXTHDR_OP_IPV6, NFT_EXTHDR_OP_IPV4
    case 1: leaveOut(.transport)  // NFT_EXTHDR_OP_TCPOPT
    default: break
    }
    guard let format = OptionFormat.find(option.operation, option.type) else {
      return unknown(option)
    }
    if option.isPresence { return Term(format.words, .boolean, .network, bits: option.bits) }
    return field(option).map { Term($0) }
      ?? Term("\(format.words) unknown", .integer, .network, bits: option.bits)
  }

  private func field(_ option: OptionBits) -> HeaderField? {
    OptionFormat.find(option.operation, option.type)?.fields.first {
      $0.offset == option.offset && $0.bits == option.bits
    }
  }

  private func unknown(_ option: OptionBits) -> Term {
    let type = option.isPresence ? DataType.boolean : .integer
    let words =
      switch option.operation {
      case 0: "exthdr \(option.type)"
      case 1: "tcp option "
      case 2: "ip option "
      case 3: "sctp chunk "
      case 4: "dccp option "  // NFT_EXTHDR_OP_DCCP
      default: "exthdr "
      }
    let place =
      option.isPresence ? "\(option.type)" : "@\(option.type),\(option.offset),\(option.bits)"
    return Term(words + place, type, .network, bits: option.bits)
  }

  /// The field that a mask takes out of an option's bytes, and how many bits are behind it.
  func trim(_ option: OptionBits, _ mask: Value) -> (OptionBits, shift: Int)? {
    guard let run = mask.lowestRun, option.operation != 3, field(option) == nil else { return nil }
    var trimmed = option
    trimmed.offset += mask.bits - run.upperBound
    trimmed.bits = run.count
    return field(trimmed) == nil ? nil : (trimmed, run.lowerBound)
  }
}
