public import Addressing
import Kernel

/// A ping that shows what a step changes.
public struct Probe: Hashable, Sendable {
  /// The namespace that asks, by its name.
  public var from: String
  public var to: IPAddress
  /// Bytes after the header of 8, as ping(8) counts them.
  public var size = 56
  /// Whether it is answered before the step, and after it.
  public var isAnsweredBefore = false
  public var isAnsweredAfter = true

  func asksTheSame(as other: Probe) -> Bool {
    (from, to, size) == (other.from, other.to, other.size)
  }

  /// Asks; again, for a few seconds, where an answer is to be expected: what was asked in vain before is
  /// remembered by the kernel for a moment.
  func ask(expectingAnswer isExpected: Bool) -> Result {
    let (target, size) = (to, size)
    let attempts = isExpected ? 5 : 1
    do throws(KernelError) {
      let ping = try NetworkNamespace(named: from).visit { () throws(KernelError) in
        var ping = try Ping.send(to: target, size: size)
        for _ in 1..<attempts where !ping.isAnswered {
          ping = try Ping.send(to: target, size: size)
        }
        return ping
      }
      return Result(text: "\(self): \(ping)", isAnswered: ping.isAnswered)
    } catch {
      return Result(text: "\(self): \(error)", isAnswered: false)
    }
  }

  /// What came of it, in words.
  public struct Result: Hashable, Sendable {
    public var text: String
    public var isAnswered: Bool
  }
}

extension Probe: CustomStringConvertible {
  public var description: String {
    "ping \(size == 56 ? "" : "of \(size) bytes, ")\(from) → \(to)"
  }
}
