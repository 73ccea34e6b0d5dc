import Files
import Kernel
import SystemPackage
import Topology

/// What else stands where namespaces are named: links to some, and names that lead to none, such as the
/// files that `ip netns` leaves behind when it is killed. Nothing is opened but namespaces: a fifo would
/// wait for ever.
struct NamespaceNames {
  /// Links to namespaces, by where they lead.
  private(set) var aliases: [NamespaceID: [String]] = [:]
  /// Files without a namespace mounted on them.
  private(set) var emptyFiles: [Gap] = []
  /// What else is no namespace.
  private(set) var foreign: [Gap] = []

  private let device: UInt64

  /// - Parameters:
  ///   - mounted: the paths that lead to namespaces themselves.
  ///   - device: the one that namespaces' files are on.
  init(besides mounted: Set<String>, device: UInt64) {
    self.device = device
    for directory in Self.directories {
      guard let open = try? Directory(directory),
        let names = try? open.names(limit: Self.limit).names
      else { continue }
      for name in names where !mounted.contains("\(directory)/\(name)") {
        look(at: "\(directory)/\(name)", (try? open.facts(name))?.kind)
      }
    }
  }

  /// Where iproute2 and CNI, and where docker names namespaces.
  static let directories: [FilePath] = ["/run/netns", "/run/docker/netns"]
  private static let limit = 10_000

  private mutating func look(at path: String, _ kind: FileFacts.Kind?) {
    switch kind {
    case .file where (try? FileFacts(FilePath(path), links: .followed))?.identity.device == device:
      tell(path, "another namespace than a network's")
    case .file: emptyFiles.append(Self.gap(path, "a file that no namespace is mounted on"))
    case .directory: tell(path, "a directory, and no namespace")
    case .special: tell(path, "no file, and no namespace")
    case .link: follow(path)
    case nil: tell(path, "nothing can be learned of it")
    }
  }

  private mutating func follow(_ path: String) {
    do throws(FileFailure) {
      let end = try FileFacts(FilePath(path), links: .followed).identity
      if end.device == device, (try? NetworkNamespace(path: path, name: path)) != nil {
        aliases[NamespaceID(end), default: []].append(path)
      } else {
        tell(path, "a link to what is no network namespace")
      }
    } catch .refused(.noSuchFileOrDirectory), .refused(.noSuchProcess) {
      tell(path, "a link that leads nowhere")
    } catch {
      tell(path, "cannot look at \(path): \(error)")
    }
  }

  private mutating func tell(_ path: String, _ reason: String) {
    foreign.append(Self.gap(path, reason))
  }

  private static func gap(_ path: String, _ reason: String) -> Gap {
    Gap(subject: path, reason: reason, advice: "remove it, if nobody is about to use it")
  }
}
