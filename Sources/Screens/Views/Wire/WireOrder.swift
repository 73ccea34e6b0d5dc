public import Engine

/// What a person wants wired, or taken down again.
public struct WireOrder: Hashable, Sendable {
  public enum Verb: String, Sendable {
    case add = "ADD"
    case del = "DEL"
    case check = "CHECK"
  }

  public var verb: Verb
  /// Which interface of which container on which network.
  public var attachment: Runtime.Order
  /// What a person calls the container's namespace.
  public var place: String
  /// The name in /run/netns of a namespace that has to be made first.
  public var newNamespace: String?
  /// `CNI_ARGS` that name the pod again, where it is attached after it was taken down.
  var naming = ""

  /// The same the other way round.
  var inverse: WireOrder {
    var order = self
    order.verb = verb == .add ? .del : .add
    if order.verb == .add { order.attachment.arguments = naming }
    return order
  }

  var title: String {
    let way = verb == .add ? "to" : "from"
    let network = attachment.network
    return verb == .add
      ? "ADD  \(place) \(way) \(network)" : "\(verb.rawValue)  \(network) \(way) \(place)"
  }
}

/// How a plan is carried out.
public enum WirePace: Hashable, Sendable {
  case atOnce
  /// Each step waits for ``WireRequest/goOn``.
  case stepwise
}

/// What becomes of an order, in the order of events.
public enum WireNews: Sendable {
  case planned(ChainPlan)
  /// Before this, a person is asked.
  case asking(Matter)
  case progress(Progress)
  /// The namespace that had to be made is there, or is no more.
  case namespace(isThere: Bool)
  /// All of it is done; in how much time, without that which a person took.
  case done(Duration)
  /// It could not be planned or done, in one line; what was done is undone.
  case failed(String)

  public enum Matter: Sendable {
    case step(Step)
    /// A call of another program, as in `ADD of portmap`.
    case program(String)
  }
}
