import ArgumentParser
import TUI
import Demo
import Files
import Inspection
import Kernel
import Screens
import SystemPackage
import Terminal
import Topology

/// The screen, as it follows this node until somebody leaves it.
struct LiveScreen: ~Copyable {
  private var app: App
  private let watch: Watch
  private let wireWorker: WireWorker
  private let fitWorker: PodFitWorker
  private let lessonWorker: LessonWorker?
  private var terminal: Terminal
  /// Nothing is drawn before the node was read, or a second is over.
  private var isWaiting = true

  /// What it began with.
  let settings: Settings

  init(mode: App.Mode, settings: Settings = Settings(), lesson: LessonCourse? = nil) throws {
    let watch = try Watch()
    let wireWorker = try WireWorker(updated: watch.updated)
    let lessonWorker = try lesson.map { try LessonWorker($0, updated: watch.updated) }
    let terminal = try Terminal(theme: settings.theme, mouse: settings.takesMouse)
    self.watch = watch
    self.wireWorker = wireWorker
    fitWorker = PodFitWorker(updated: watch.updated)
    self.lessonWorker = lessonWorker
    self.terminal = terminal
    self.settings = settings
    app = App(
      .nothing, clockOffset: WallClock.offset(at: Self.now.seconds), settings: settings, mode: mode)
  }

  /// - Returns: the settings it ended with.
  /// - Throws: an exit status if a signal ended it.
  mutating func run() throws -> Settings {
    while true {
      try update()
      if !isWaiting { terminal.show(app.frame(terminal.size)) }
      watch.count(app.interest(terminal.size))
      switch terminal.wait(for: .seconds(1), wake: watch.updated.descriptor) {
      case .key(.character(let first)) where app.isTyping: app.type(terminal.text(after: first))
      case .key(let key):
        guard let effect = app.press(key, size: terminal.size) else { continue }
        if perform(effect) == .quits { return app.settings }
      case .mouse(let mouse):
        if let effect = app.click(mouse, size: terminal.size) { _ = perform(effect) }
      case .ended(let signal): throw ExitCode(128 + signal)
      case nil:
        isWaiting = false
        app.see(at: Self.now)
      case .resized, .woken, .resumed: continue
      }
    }
  }

  private mutating func update() throws {
    let (news, answers) = wireWorker.take()
    for news in news { app.hear(news) }
    if !answers.isEmpty { app.say(answers.joined(separator: "  ·  ")) }
    if let fit = fitWorker.take() { app.say(fit) }
    if let lesson = lessonWorker?.take() { app.see(lesson: lesson) }
    guard let update = watch.take() else { return }
    if let failure = update.failure { throw failure }
    isWaiting = false
    app.see(
      topology: update.topology, traffic: update.traffic, changes: update.changes, at: Self.now)
  }

  private enum Outcome {
    case goesOn
    case quits
  }

  private mutating func perform(_ effect: Effect) -> Outcome {
    switch effect {
    case .quit: return .quits
    case .copy(let text): terminal.copy(text)
    case .takeMouse(let isOurs): terminal.takeMouse(isOurs)
    case .repaint: terminal.repaint()
    case .setTheme(let theme): terminal.setTheme(theme)
    case .wire(let request): wireWorker.ask(request)
    case .save(let name, let bytes): app.say(ExportedFile.write(bytes, as: name))
    case .lesson(let turn): lessonWorker?.turn(turn)
    case .fit(let rule, let pods): askFit(rule, pods)
    }
    return .goesOn
  }

  /// Says itself what does not begin.
  private mutating func askFit(_ rule: RuleID, _ pods: [Namespace]) {
    do throws(KernelError) {
      try fitWorker.ask(rule, pods)
    } catch {
      app.say("\(error)")
    }
  }

  private static var now: Timestamp { Timestamp(nanoseconds: WallClock.now) }
}
