import Netlink

extension Evaluator {
  /// `byteorder`: to network order and back is the same on this host, which is little-endian.
  mutating func run(_ byteorder: Expression.Byteorder) -> Progress {
    guard byteorder.size > 0, let value = registers.read(byteorder.source, byteorder.length) else {
      return .noFit
    }
    var turned = value
    for start in stride(from: 0, through: value.count - byteorder.size, by: byteorder.size) {
      for place in 0..<byteorder.size {
        turned.bytes[start + place] = value.bytes[start + byteorder.size - 1 - place]
        turned.known[start + place] = value.known[start + byteorder.size - 1 - place]
      }
    }
    registers.write(
      turned, to: byteorder.destination, from: registers.source(byteorder.source))
    return .goOn
  }
}
