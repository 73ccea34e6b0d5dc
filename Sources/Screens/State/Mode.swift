extension App {
  /// What a person may do to the node from here.
  public enum Mode: Sendable {
    case readOnly
    /// Wire and repair, each change confirmed before it is made.
    case writing

    var words: String {
      switch self {
      case .readOnly: "read-only"
      case .writing: "write"
      }
    }
  }
}
