import Topology

extension Container.Attachment {
  /// Reads the comments of the reference plugins: `name: "mynet" id: "8f3a…"` of iptables, and
  /// `HASH-HASH, net: mynet, if: eth0, id: 8f3a…` of nftables, which may be cut off at its end.
  init?(ruleComment text: String) {
    guard !text.isEmpty else { return nil }
    var network: String?
    var container: String?
    var interface: String?
    var key: ArraySlice<UInt8> = []
    for word in Array(text.utf8).split(separator: UInt8(ascii: " ")) {
      if key.elementsEqual("id:".utf8) { container = container ?? Self.plain(word) }
      if key.elementsEqual("net:".utf8) { network = network ?? Self.plain(word) }
      if key.elementsEqual("name:".utf8) { network = network ?? Self.plain(word) }
      if key.elementsEqual("if:".utf8) { interface = interface ?? Self.plain(word) }
      key = word
    }
    guard let container, !container.isEmpty, let network else { return nil }
    self.init(network: network, containerID: container, interface: interface ?? "")
  }

  /// Without quotes, whichever way they are written, and without a comma.
  private static func plain(_ word: ArraySlice<UInt8>) -> String {
    String(
      decoding: word.filter {
        $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }, as: UTF8.self)
  }
}
