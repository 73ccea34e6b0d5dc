import TUI
import Terminal

/// A program that shows what it is given, for the tests to end in every way.
///
/// The arguments are a theme and a set of glyphs, or neither.
@main
struct TerminalProbe {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    do throws(TerminalFailure) {
      let theme = words.compactMap(Theme.init).first ?? .dark
      var terminal = try Terminal(theme: theme, glyphs: words.compactMap(GlyphSet.init).first)
      run(&terminal)
    } catch {
      print("no screen: \(error)")
    }
  }

  private static func run(_ terminal: inout Terminal) {
    var said = "ready"
    var (texts, length) = (0, 0)
    while true {
      terminal.show(Sample.frame(terminal.size, said: said))
      switch terminal.wait() {
      case .key("q"), .ended: return
      case .key("!"): crash()
      case .key("y"):
        terminal.copy("copied")
        said = "copied"
      case .key(.control("l")): terminal.repaint()
      case .key(.character(let character)):
        let text = terminal.text(after: character)
        texts += 1
        length += text.unicodeScalars.count
        said = length < 99 ? said + text : "\(length) characters in \(texts) texts"
      case .key(let key): said = "key \(key.name)"
      case .mouse(let mouse): said = "\(mouse.action) \(mouse.row) \(mouse.column)"
      case .resized(let size): said = "resized \(size.columns)x\(size.rows)"
      case .resumed: said = "resumed"
      case .woken, nil: continue
      }
    }
  }

  private static func crash() {
    let nothing: [Int] = []
    print(nothing[CommandLine.arguments.count])
  }
}
