import Topology

/// What fields refer to and do not say themselves. It goes along with every value, so it is small.
struct CodingContext {
  /// Of the files of namespaces, where an id does not name another.
  let device: UInt64?
  /// What interfaces are called, when writing.
  let written: WrittenNode?
  /// The namespace that is gone through.
  var namespace: NamespaceID = .nsid(0)
  /// The chain that is gone through, or its table, when reading.
  var chain: ChainID?

  init(writing topology: Topology) {
    written = WrittenNode(topology)
    device =
      topology.namespaces.lazy.compactMap { namespace in
        if case .file(let device, _) = namespace.id { device } else { nil }
      }.first
  }

  init(readingFrom device: UInt64?) {
    self.device = device
    written = nil
  }

  /// The name of an interface of the namespace that is gone through.
  func name(of index: UInt32) -> String? {
    written?.topology.name(of: InterfaceID(namespace: namespace, index: index))
  }
}

/// A node that is written.
final class WrittenNode {
  let topology: Topology

  init(_ topology: Topology) {
    self.topology = topology
  }
}

extension NamespaceID {
  /// `net:[4026532201]` or `nsid 3`; `net:[4026532201] of device 9` where it is not of `device`.
  func text(device: UInt64?) -> String {
    if case .file(let own, _) = self, own != device { return "\(self) of device \(own)" }
    return description
  }

  init?(_ text: String, device: UInt64?) {
    if let number = text.between("nsid ", "").flatMap({ Int32($0) }) {
      self = .nsid(number)
    } else {
      let parts = text.split(separator: " of device ", maxSplits: 1).map(String.init)
      let own = parts.count == 2 ? UInt64(parts[1]) : device
      guard let own, let inode = parts.first?.between("net:[", "]").flatMap({ UInt64($0) }) else {
        return nil
      }
      self = .file(device: own, inode: inode)
    }
    guard self.text(device: device) == text else { return nil }
  }
}

extension String {
  fileprivate func between(_ start: String, _ end: String) -> Substring? {
    guard hasPrefix(start), hasSuffix(end), utf8.count >= start.utf8.count + end.utf8.count else {
      return nil
    }
    return dropFirst(start.count).dropLast(end.count)
  }
}

extension FieldCoder {
  /// A namespace by its id.
  mutating func field(
    _ key: String, _ id: inout NamespaceID, _ context: CodingContext
  ) throws(Failure) {
    var text = Self.writes ? id.text(device: context.device) : ""
    try field(key, &text)
    try take(&id, NamespaceID(text, device: context.device), key, "the id of a namespace")
  }

  mutating func field(
    _ key: String, _ id: inout NamespaceID?, _ context: CodingContext
  ) throws(Failure) {
    var text = id?.text(device: context.device)
    try field(key, &text)
    guard let text else { return }
    try take(&id, NamespaceID(text, device: context.device), key, "the id of a namespace")
  }

  /// The name of an interface of the namespace that is gone through, then its index.
  mutating func field(interface index: inout UInt32, _ context: CodingContext) throws(Failure) {
    let place = index
    try derived("interface", context.name(of: place))
    try field("index", &index)
  }
}

extension InterfaceID: Coded {
  static var blank: InterfaceID { InterfaceID(namespace: .nsid(0), index: 0) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("namespace", &namespace, context)
    let id = self
    try coder.derived("interface", context.written?.topology.name(of: id))
    try coder.field("index", &index)
  }
}
