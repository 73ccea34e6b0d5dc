import ArgumentParser
import Kernel
import Screens
import Terminal
import Topology

/// The screen, as it follows this node until somebody leaves it.
struct LiveScreen: ~Copyable {
  private var app: App
  private let watch: Watch
  private var terminal: Terminal
  /// Nothing is drawn before the node was read, or a second is over.
  private var isWaiting = true

  init(isWriting: Bool) throws {
    let watch = try Watch()
    let terminal = try Terminal()
    self.watch = watch
    self.terminal = terminal
    app = App(.nothing, clockOffset: WallClock.offset(at: Self.now.seconds), isWriting: isWriting)
  }

  /// - Throws: an exit status if a signal ended it.
  mutating func run() throws {
    while true {
      try update()
      if !isWaiting { terminal.show(app.frame(terminal.size)) }
      watch.count(app.interest(terminal.size))
      switch terminal.wait(for: .seconds(1), wake: watch.bell.descriptor) {
      case .key(let key):
        guard let errand = app.press(key, size: terminal.size) else { continue }
        if perform(errand) == .over { return }
      case .mouse(let mouse): app.click(mouse, size: terminal.size)
      case .ended(let signal): throw ExitCode(128 + signal)
      case nil:
        isWaiting = false
        app.see(at: Self.now)
      case .resized, .woken, .resumed: continue
      }
    }
  }

  private mutating func update() throws {
    guard let update = watch.take() else { return }
    if let failure = update.failure { throw failure }
    isWaiting = false
    app.see(
      topology: update.topology, traffic: update.traffic, changes: update.changes, at: Self.now)
  }

  private enum Course {
    case on
    case over
  }

  private mutating func perform(_ errand: Errand) -> Course {
    switch errand {
    case .quit: return .over
    case .copy(let text): terminal.copy(text)
    case .takeMouse(let isOurs): terminal.takeMouse(isOurs)
    case .repaint: terminal.repaint()
    case .changeTheme: terminal.changeTheme()
    }
    return .on
  }

  private static var now: Timestamp { Timestamp(nanoseconds: WallClock.now) }
}
