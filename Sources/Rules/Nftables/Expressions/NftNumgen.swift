import Netlink

extension Expression.Numgen {
  /// `numgen`: a number below `modulus` for each packet, random or one after the other.
  var field: Field {
    let tail = offset > 0 ? " offset \(offset)" : ""
    return Field(
      "numgen \(isRandom ? "random" : "inc") mod \(modulus)\(tail)", .integer, .host, bits: 32)
  }
}
