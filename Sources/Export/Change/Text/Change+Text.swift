import Formats
import Quoting
import Topology

extension Change {
  /// `14:02:11 + pod default/web-7d9  10.22.0.2 on cni0 by veth5e41415a`, on a clock that is
  /// `offset` seconds ahead of UTC. The text is as hostile as the names in it.
  public func line(offset: Int) -> String {
    let sentence = "\(at.timeOfDay(offset: offset)) \(kind.sign) \(subject.word) \(name)  \(detail)"
    let place = place.map { "  (\($0))" } ?? ""
    let others = count > 1 ? "  \(count) changes" : ""
    return (sentence + place + others).onOneLine
  }

  /// One compact JSON object with `"type":"change"`, and a line feed.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.field("type", "change")
      json.field("at", at.rfc3339)
      json.field("kind", kind.rawValue)
      json.field("subject", subject.rawValue)
      json.field("name", name)
      json.field("detail", detail)
      json.field("place", place)
      json.field("namespace", namespace?.description)
      json.field("count", count)
    }
    writer.endLine()
    return writer.bytes
  }
}

extension Change.Kind {
  /// The sign that a line of change begins with.
  public var sign: String {
    switch self {
    case .added: "+"
    case .removed: "−"
    case .changed: "~"
    case .notice: "!"
    }
  }
}

extension Change.Subject {
  /// What a person calls such a thing.
  public var word: String {
    switch self {
    case .namespace: "pod"
    case .configuration: "config"
    case .link, .address, .route, .neighbour, .lease, .rule, .gap, .cnitop: rawValue
    }
  }
}
