extension String {
  /// What the specification allows as a network's name:
  /// `[A-Za-z0-9][A-Za-z0-9_.\-]*`, here at most 255 bytes, the longest name of a file.
  public var isNetworkName: Bool {
    guard let first = utf8.first, first.isAlphanumeric, utf8.count <= 255 else { return false }
    return utf8.allSatisfy { $0.isAlphanumeric || $0.isNameSign }
  }

  /// The same is allowed as a container's id.
  public var isContainerID: Bool { isNetworkName }

  /// What the kernel allows as an interface's name: 1 to 15 bytes, no `/`, `:` or space, neither `.`
  /// nor `..`; and of those only what can be printed.
  public var isInterfaceName: Bool {
    guard 1...15 ~= utf8.count, self != ".", self != ".." else { return false }
    return unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value != 0x7f && scalar != "/" && scalar != ":"
        && scalar != "\u{fffd}"
    }
  }
}

extension UInt8 {
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  private static let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

  fileprivate var isAlphanumeric: Bool {
    Self.digits ~= self || Self.capitals ~= self || Self.letters ~= self
  }

  fileprivate var isNameSign: Bool {
    self == UInt8(ascii: "_") || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
  }
}
