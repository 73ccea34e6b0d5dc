import CLinux
import Files
import Glibc
import SystemPackage

/// Two ends, each closed at the end of this value at the latest.
struct Pipe: ~Copyable {
  let reading: Descriptor
  private var end: Descriptor?

  init(_ purpose: String) throws(KernelError) {
    var ends: [Int32] = [0, 0]
    guard unsafe clinux_pipe(&ends) == 0 else { throw .lastCall(purpose) }
    reading = Descriptor(rawValue: ends[0])
    end = Descriptor(rawValue: ends[1])
  }

  /// -1 once it is closed.
  var writing: Int32 {
    switch end {
    case .some(let end): end.rawValue
    case .none: -1
    }
  }

  mutating func closeWriting() { end = nil }

  /// Puts all of the input in before anybody reads it.
  mutating func fill(_ input: [UInt8], _ purpose: String) throws(KernelError) {
    defer { closeWriting() }
    guard !input.isEmpty else { return }
    _ = fcntl(writing, 1031, Int32(max(input.count, 65_536)))  // F_SETPIPE_SZ
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let count = retrying { unsafe write(writing, input, input.count) }
    guard count >= 0 else { throw .lastCall(purpose) }
    guard count == input.count else { throw KernelError(purpose, .refused(.fileTooLarge)) }
  }
}
