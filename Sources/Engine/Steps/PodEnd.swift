import Quoting

/// The container's end of a pair.
public struct PodEnd: Hashable, Sendable {
  /// The path of its namespace.
  public var namespacePath: String
  public var name: String

  public init(namespacePath: String, name: String) {
    self.namespacePath = namespacePath
    self.name = name
  }
}

extension PodEnd {
  var word: String { name.shellWord }

  func inside(_ command: String) -> String {
    "nsenter \("--net=\(namespacePath)".shellWord) \(command)"
  }

  /// The namespace by the name that `ip netns` has for it, or its path.
  var namespace: String {
    let words = namespacePath.split(separator: "/")
    guard words.count > 1, words[words.count - 2] == "netns" else { return namespacePath }
    return String(words[words.count - 1])
  }

  /// The interface and where it is.
  var place: String { "\(namespace)/\(name)" }
}
