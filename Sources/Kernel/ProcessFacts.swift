import Files
public import SystemPackage

/// What /proc says of one process.
public struct ProcessFacts: Equatable, Sendable {
  /// At most 15 bytes (`/proc/PID/comm`). Empty where it has just ended.
  public var name: String
  /// The container its control group is named after: 64 hexadecimal digits.
  public var containerID: String?

  public init(name: String, containerID: String? = nil) {
    self.name = name
    self.containerID = containerID
  }

  /// Reads two small files. A process that has ended has no name.
  public static func read(of id: Int32, root: FilePath = "/proc") -> ProcessFacts {
    let directory = try? Directory(root.appending(String(id)))
    func text(_ name: String) -> String {
      switch directory {
      case .some(let directory):
        (try? directory.file(name, limit: 65_536)).map { String(decoding: $0.bytes, as: UTF8.self) }
          ?? ""
      case .none: ""
      }
    }
    return ProcessFacts(
      name: String(text("comm").prefix { $0 != "\n" }),
      containerID: containerID(inControlGroups: text("cgroup")))
  }

  /// The last run of exactly 64 hexadecimal digits: `…/cri-containerd-8f3a….scope`, `/docker/8f3a…`.
  static func containerID(inControlGroups text: String) -> String? {
    text.split { !$0.isHexDigit }.last { $0.utf8.count == 64 }.map(String.init)
  }
}
