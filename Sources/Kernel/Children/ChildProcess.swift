public import Files
import Glibc
import SystemPackage

/// A program that ran to its end, and left nothing behind that runs.
public struct ChildProcess: Sendable {
  /// 128 and the signal's number if one ended it.
  public let exitCode: Int32
  public let output: [UInt8]
  public let errors: [UInt8]

  /// What a program may do while it runs.
  public struct Limits: Sendable {
    /// How many bytes it may write, of output and of errors each.
    public var output: Int
    public var time: Duration
    public var files: FileAccess

    public init(
      output: Int = 1 << 20, time: Duration = .seconds(60), files: FileAccess = .unrestricted
    ) {
      self.output = output
      self.time = time
      self.files = files
    }
  }

  public enum FileAccess: Sendable {
    /// Whatever we may do.
    case unrestricted
    /// It writes no files, where the kernel has Landlock.
    case readOnly
  }

  /// Starts a program and waits for it, but for nothing that it started: that is ended with it.
  ///
  /// It gets these words after its path, these variables and no others, this input, and no descriptor
  /// of ours. It has a session of its own, without a terminal, and ends when we do.
  /// - Throws: why it could not be started; `ETIMEDOUT` or `EFBIG` if it had to be ended.
  public init(
    running program: borrowing Program, _ words: [String] = [], environment: [String: String] = [:],
    input: [UInt8] = [], limits: Limits = Limits()
  ) throws(KernelError) {
    let purpose = "run \(program.path)"
    var source = try Pipe(purpose)
    var output = try Pipe(purpose)
    var errors = try Pipe(purpose)
    var report = try Pipe(purpose)
    try source.fill(input, purpose)
    let subreaper = try Subreaper(
      running: program, words, environment,
      files: [source.reading.rawValue, output.writing, errors.writing], report: report.writing,
      limits.files)
    output.closeWriting()
    errors.closeWriting()
    report.closeWriting()
    var child = ChildOutput(
      output.reading.rawValue, errors.reading.rawValue, report: report.reading.rawValue)
    let failure = child.drain(limit: limits.output, within: limits.time)
    if failure != nil { subreaper.end(once: report.reading.rawValue) }
    exitCode = subreaper.wait()
    if let failure = failure ?? child.refusal { throw KernelError(purpose, .refused(failure)) }
    self.output = child.output.bytes
    self.errors = child.errors.bytes
  }

  /// The same with a program of the system's, by its path.
  public init(
    running path: String, _ words: [String] = [], environment: [String: String] = [:],
    input: [UInt8] = [], limit: Int = 1 << 20, within time: Duration = .seconds(60)
  ) throws(KernelError) {
    let program: Program
    do throws(FileFailure) {
      program = try Program(FilePath(path))
    } catch {
      throw KernelError("run \(path)", failure: error)
    }
    try self.init(
      running: program, words, environment: environment, input: input,
      limits: Limits(output: limit, time: time))
  }
}
