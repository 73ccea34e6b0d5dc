import Glibc
public import Kernel
public import LabKit

/// A namespace of its own, with a firewall that other programs write and read.
public struct FirewallLab: Sendable {
  /// Runs `body` in a new namespace that ends with it.
  public static func run<Value: Sendable>(
    _ body: @escaping @Sendable (FirewallLab) throws(KernelError) -> Value
  ) throws -> Value {
    try NetworkNamespace.makePrivate(name: "lab").visit { () throws(KernelError) in
      try body(FirewallLab())
    }
  }

  /// What a shell command prints, standard error included.
  @discardableResult
  public func shell(_ command: String) -> String {
    guard let pipe = unsafe popen("PATH=$PATH:/usr/sbin:/sbin; (\(command)\n) 2>&1", "r") else {
      return "cannot run sh"
    }
    defer { unsafe pclose(pipe) }
    var output: [UInt8] = []
    while case let byte = unsafe fgetc(pipe), byte != EOF {
      output.append(UInt8(truncatingIfNeeded: byte))
    }
    return String(decoding: output, as: UTF8.self)
  }

}

extension Requirement {
  /// The programs that write and read a firewall.
  public static let firewall = programs(["nft", "iptables-legacy", "iptables-nft"])
}
