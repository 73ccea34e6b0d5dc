import Files
import Glibc
import SystemPackage

/// Hears what changes directly in some directories, those that do not exist yet included: their
/// nearest existing parent stands in for them until they do.
public struct FileListener: ~Copyable {
  private let queue: Descriptor
  private var wanted: Set<String> = []
  /// The watched directories, each by all the names it is wanted by: one may be a link to another.
  private var paths: [Int32: Set<String>] = [:]
  /// Why some directory is not heard, such as that a user may listen to so many. What may not be read
  /// either does not count.
  public private(set) var refusal: KernelError?

  public init() throws(KernelError) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw .lastCall("listen to files") }
    queue = Descriptor(rawValue: descriptor)
  }

  /// Becomes readable when something has changed.
  public var descriptor: Int32 { queue.rawValue }

  public enum Event: Hashable, Sendable {
    /// A name in the directory was made, written, moved or removed.
    case changed(directory: String, name: String)
    /// The directory itself came or went: read all of it.
    case replaced(directory: String)
    /// The kernel had more to say than there was room for.
    case overrun
  }

  /// Listens to these directories, by their absolute paths, and to no others from now on.
  public mutating func listen(to directories: Set<String>) {
    wanted = directories
    watch()
  }

  /// Everything that has happened since the last call, without waiting.
  public mutating func events() -> [Event] {
    var events: [Event] = []
    while let received = receive() {
      for read in received { events += take(read) }
    }
    return events
  }

  /// Puts a watch on every wanted directory or its stand-in, and takes off those not needed. Looks
  /// again then: a directory may have come into being just before its stand-in was watched.
  private mutating func watch() {
    refusal = nil
    var needed = Set(wanted.map(Self.nearestExisting))
    var watched: Set<String>
    repeat {
      watched = needed
      watch(exactly: watched)
      needed = Set(wanted.map(Self.nearestExisting))
    } while needed != watched
  }

  private mutating func watch(exactly needed: Set<String>) {
    for (number, names) in paths {
      let kept = names.intersection(needed)
      if kept.isEmpty { inotify_rm_watch(descriptor, number) }
      paths[number] = kept.isEmpty ? nil : kept
    }
    for path in needed.subtracting(watched) {
      let number = unsafe inotify_add_watch(descriptor, path, watchedEvents)
      if number >= 0 {
        paths[number, default: []].insert(path)
      } else if ![.noSuchFileOrDirectory, .permissionDenied, .notDirectory].contains(Errno.current)
      {
        refusal = .lastCall("listen to \(path)")
      }
    }
  }

  private var watched: Set<String> { paths.values.reduce(into: []) { $0.formUnion($1) } }

  private mutating func take(_ event: InotifyEvent) -> [Event] {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return [.overrun] }
    guard let names = paths[event.watch] else { return [] }
    let isOver = event.mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) != 0
    if isOver { inotify_rm_watch(descriptor, event.watch) }
    if isOver { paths[event.watch] = nil }
    let before = watched
    let concerned = names.intersection(wanted)
    let isDirectory = event.mask & UInt32(IN_ISDIR) != 0
    if isOver || isDirectory || concerned != names { watch() }
    let appeared = watched.subtracting(before).intersection(wanted)
    return appeared.sorted().map { Event.replaced(directory: $0) }
      + concerned.sorted().map {
        isOver ? .replaced(directory: $0) : .changed(directory: $0, name: event.name)
      }
  }

  private static func nearestExisting(_ path: String) -> String {
    var path = FilePath(path)
    while !FileFacts.areThere(at: path), path.removeLastComponent() {}
    return path.string
  }

  private struct InotifyEvent {
    var watch: Int32
    var mask: UInt32
    var name: String
  }

  /// Reads a row of `struct inotify_event`; `nil` when there is nothing left.
  private func receive() -> [InotifyEvent]? {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = retrying { unsafe read(descriptor, &bytes, bytes.count) }
    guard count > 0 else { return nil }
    var received: [InotifyEvent] = []
    var offset = 0
    while offset + 16 <= count {
      let nameLength = Int(Self.number(bytes, at: offset + 12))
      guard offset + 16 + nameLength <= count else { break }
      let name = bytes[(offset + 16)..<(offset + 16 + nameLength)].prefix { $0 != 0 }
      received.append(
        InotifyEvent(
          watch: Int32(bitPattern: Self.number(bytes, at: offset)),
          mask: Self.number(bytes, at: offset + 4), name: String(decoding: name, as: UTF8.self)))
      offset += 16 + nameLength
    }
    return received
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
  }
}

/// A file that is only being written says nothing until it is closed.
private let watchedEvents = UInt32(
  IN_CREATE | IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
    | IN_MOVE_SELF | IN_ONLYDIR)
