import Files
import Glibc
import SystemPackage

/// What a program says, and what its subreaper says of it.
struct ChildOutput {
  private(set) var output: PipeReader
  private(set) var errors: PipeReader
  /// Open as long as anything runs. An errno if the program could not be run.
  private var report: PipeReader

  init(_ output: Int32, _ errors: Int32, report: Int32) {
    self.output = PipeReader(output)
    self.errors = PipeReader(errors)
    self.report = PipeReader(report)
  }

  /// Why the program could not be run.
  var refusal: Errno? {
    let bytes = report.bytes
    guard bytes.count == 4 else { return nil }
    return Errno(rawValue: bytes.reversed().reduce(0) { $0 << 8 | Int32($1) })
  }

  /// Reads until nothing runs any more, whether the pipes are closed or not; says why it did not come to
  /// that.
  mutating func drain(limit: Int, within time: Duration) -> Errno? {
    let deadline = ContinuousClock.now + time
    while report.isOpen {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return .timedOut }
      let all = [output, errors, report]
      let ready = wait(
        for: all.map { ($0.isOpen ? $0.descriptor : -1, .readable) }, timeout: left)
      if ready[0] { output.take() }
      if ready[1] { errors.take() }
      if ready[2] { report.take() }
      if max(output.bytes.count, errors.bytes.count) > limit { return .fileTooLarge }
    }
    output.takeRest(limit: limit)
    errors.takeRest(limit: limit)
    return max(output.bytes.count, errors.bytes.count) > limit ? .fileTooLarge : nil
  }
}

/// What is written into a pipe.
struct PipeReader {
  let descriptor: Int32
  private(set) var bytes: [UInt8] = []
  private(set) var isOpen = true

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  /// What there is now. The end of it, or a failure, closes it.
  mutating func take() {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = retrying { unsafe read(descriptor, &chunk, chunk.count) }
    isOpen = count > 0
    bytes += chunk.prefix(max(count, 0))
  }

  /// What still lies in the pipe, though somebody may hold it open.
  mutating func takeRest(limit: Int) {
    while isOpen, bytes.count <= limit { take() }
  }
}
