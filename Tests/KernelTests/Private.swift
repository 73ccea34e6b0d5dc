import Foundation
import Kernel
import LabKit
import SystemPackage
import TestKit
import Testing

/// Runs `body` on a thread in an empty namespace of its own. A program that it starts is there too.
func inPrivateNamespace<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) throws -> Value {
  let namespace = try NetworkNamespace.makePrivate(name: "test")
  return try namespace.visit { () throws(KernelError) in Result { try body() } }.get()
}

/// Runs `ip` in the namespace of the calling thread.
func runIP(_ words: String) throws {
  let command = try Command(["ip"] + words.split(separator: " ").map(String.init))
  guard command.exitCode == 0 else { throw Refused(words: words, errors: command.errors) }
}

extension NetworkNamespace {
  /// What another process, such as `ip`, can open it by, for as long as this value lives.
  borrowing func path() throws -> String {
    "/proc/\(ProcessInfo.processInfo.processIdentifier)/fd/\(try #require(descriptor))"
  }
}

struct Refused: Error {
  let words: String
  let errors: String
}

/// How long a test waits for what must come.
let patience = Duration.seconds(10)

/// Adds so many routes in the namespace of the calling thread.
func addRoutes(_ count: Int) throws {
  let scratch = try Scratch()
  let lines = (0..<count).map {
    "route add blackhole 10.\($0 >> 16).\($0 >> 8 & 0xff).\($0 & 0xff)\n"
  }
  try scratch.write("batch", lines.joined().utf8)
  try runIP("-batch \(scratch.path.appending("batch"))")
}
