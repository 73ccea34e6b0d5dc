extension AttachmentKey {
  /// Reads the comment of a masquerade rule in nftables (``RuleTag/comment``).
  ///
  /// `nil` where it was cut, or is not what the plugins write of this very attachment.
  public init?(masqueradeComment comment: String, ofNetwork network: String) {
    guard let interface = comment.range(of: ", if: "),
      let container = comment.range(of: ", id: ")
    else { return nil }
    guard interface.upperBound <= container.lowerBound else { return nil }
    self.init(
      containerID: String(comment[container.upperBound...]),
      interfaceName: String(comment[interface.upperBound..<container.lowerBound]))
    let tag = RuleTag(network: network, key: self)
    guard containerID.isContainerID, tag.comment == comment else { return nil }
  }

  /// Reads the comment of a jump to a masquerade chain in iptables (``RuleTag/chainComment``),
  /// which names the container alone: the interface's name is empty.
  public init?(chainComment comment: String, ofNetwork network: String, chain: String) {
    let beginning = RuleTag.chainPrefix(ofNetwork: network)
    guard comment.hasPrefix(beginning), comment.hasSuffix("\"") else { return nil }
    let id = comment.dropFirst(beginning.count).dropLast()
    self.init(containerID: String(id), interfaceName: "")
    let tag = RuleTag(network: network, key: self)
    guard containerID.isContainerID, tag.chain == chain else { return nil }
  }
}

extension String {
  /// Where a text is for the first time; over bytes, for names may hold what combines.
  fileprivate func range(of text: String) -> Range<Index>? {
    guard let found = utf8.firstRange(of: Array(text.utf8)) else { return nil }
    return found
  }
}
