import CLinux
import Glibc
import SystemPackage

/// A program that ran to its end.
public struct ChildProcess: Sendable {
  /// 128 and the signal's number if one ended it.
  public let exitCode: Int32
  public private(set) var output: [UInt8] = []
  public private(set) var errors: [UInt8] = []

  /// Starts a program and waits for it.
  ///
  /// It gets these words after its path, these variables and no others, this input, and no descriptor
  /// of ours. Of its output and of its errors it may write `limit` bytes.
  /// - Throws: why it could not be started; `ETIMEDOUT` or `EFBIG` if it had to be ended.
  public init(
    running path: String, _ words: [String] = [], environment: [String: String] = [:],
    input: [UInt8] = [], limit: Int = 1 << 20, within time: Duration = .seconds(60)
  ) throws(KernelError) {
    let purpose = "run \(path)"
    var source = try Pipe(purpose)
    var output = try Pipe(purpose)
    var errors = try Pipe(purpose)
    try source.fill(input, purpose)
    let process = try RunningProcess(
      [path] + words, variables: environment,
      files: [source.reading.file, output.writing, errors.writing])
    output.closeWriting()
    errors.closeWriting()
    var outlets = [Outlet(output.reading.file), Outlet(errors.reading.file)]
    let failure = drain(&outlets, limit: limit, within: time)
    if failure != nil { kill(process.id, SIGKILL) }
    exitCode = process.wait()
    if let failure { throw KernelError(purpose, .refused(failure)) }
    self.output = outlets[0].bytes
    self.errors = outlets[1].bytes
  }
}

/// What a child writes into one of its pipes.
private struct Outlet {
  let file: FileDescriptor
  var bytes: [UInt8] = []
  var isOpen = true

  init(_ file: FileDescriptor) {
    self.file = file
  }

  mutating func take() {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = retrying { unsafe read(file.rawValue, &chunk, chunk.count) }
    isOpen = count > 0
    bytes += chunk.prefix(max(count, 0))
  }
}

/// Reads until all ends are closed; says why it did not come to that.
private func drain(_ outlets: inout [Outlet], limit: Int, within time: Duration) -> Errno? {
  let deadline = ContinuousClock.now + time
  while outlets.contains(where: \.isOpen) {
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .zero else { return .timedOut }
    let open = outlets.indices.filter { outlets[$0].isOpen }
    let ready = wait(for: open.map { (outlets[$0].file.rawValue, .readable) }, timeout: left)
    for (index, isReady) in zip(open, ready) where isReady { outlets[index].take() }
    if outlets.contains(where: { $0.bytes.count > limit }) { return .fileTooLarge }
  }
  return nil
}

/// Two ends, each closed at the end of this value at the latest.
private struct Pipe: ~Copyable {
  let reading: OwnedDescriptor
  private var end: OwnedDescriptor?

  init(_ purpose: String) throws(KernelError) {
    var ends: [Int32] = [0, 0]
    guard unsafe clinux_pipe(&ends) == 0 else { throw .lastCall(purpose) }
    reading = OwnedDescriptor(FileDescriptor(rawValue: ends[0]))
    end = OwnedDescriptor(FileDescriptor(rawValue: ends[1]))
  }

  /// -1 once it is closed.
  var writing: FileDescriptor {
    switch end {
    case .some(let end): end.file
    case .none: FileDescriptor(rawValue: -1)
    }
  }

  mutating func closeWriting() { end = nil }

  /// Puts all of the input in before anybody reads it.
  mutating func fill(_ input: [UInt8], _ purpose: String) throws(KernelError) {
    defer { closeWriting() }
    guard !input.isEmpty else { return }
    _ = fcntl(writing.rawValue, 1031, Int32(max(input.count, 65_536)))  // F_SETPIPE_SZ
    _ = fcntl(writing.rawValue, F_SETFL, O_NONBLOCK)
    let count = retrying { unsafe write(writing.rawValue, input, input.count) }
    guard count >= 0 else { throw .lastCall(purpose) }
    guard count == input.count else { throw KernelError(purpose, .refused(.fileTooLarge)) }
  }
}
