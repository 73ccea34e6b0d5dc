/// Steps that are told and done one after the other.
public struct Lesson: Sendable {
  public var title: String
  public var steps: [LessonStep]
  /// What is said when all is done.
  public var end: String
}

extension Lesson {
  /// How a pod is wired, from nothing to the outside and back.
  public static func wiring(in room: Classroom) -> Lesson {
    Lesson(
      title: "Lesson",
      steps: [
        .namespace(room), .loopback(room), .bridge(room), .pair(room), .port(room), .lease(room),
        .address(room), .gateway(room), .route(room), .forwarding(room), .masquerade(room),
        .secondPod(room), .del(room),
      ],
      end: "That was all a CNI plugin does; the node is yours now, and ends when you quit.")
  }
}
