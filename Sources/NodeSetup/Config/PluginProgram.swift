import CNI
public import Files

/// A file in a directory of plugins.
public struct PluginProgram: Hashable, Sendable {
  /// The `type` that a configuration calls it by.
  public let name: String
  /// Of the program itself, where this is a link to it.
  public let facts: FileFacts
  public let format: ProgramFormat

  /// Names of plugins of CNI: the reference ones, and what networks for Kubernetes bring along.
  public static let knownNames: Set<String> = Set(ConfigSchema.plugins.keys)
    .union(ConfigSchema.ipam.keys)
    .union([
      "antrea", "aws-cni", "azure-vnet", "azure-vnet-ipam", "calico", "calico-ipam", "cilium-cni",
      "kube-ovn", "multus", "ovn-k8s-cni-overlay", "weave-ipam", "weave-net",
      "whereabouts",
    ])
}

/// What a file is to the kernel that is asked to run it, by its first bytes.
public enum ProgramFormat: Hashable, Sendable {
  /// An ELF program for this machine.
  case native
  /// An ELF program for another one: its name.
  case foreign(String)
  /// A text that names its interpreter.
  case script
  case none

  /// `Elf64_Ehdr` (include/uapi/linux/elf.h), the first 20 bytes.
  init(beginning bytes: [UInt8]) {
    if bytes.starts(with: "#!".utf8) {
      self = .script
    } else if bytes.count >= 20, bytes.starts(with: [0x7f] + "ELF".utf8) {
      let (low, high) = bytes[5] == 2 ? (bytes[19], bytes[18]) : (bytes[18], bytes[19])  // EI_DATA
      let machine = UInt16(high) << 8 | UInt16(low)
      self =
        Self.own.isEmpty || Self.own.contains(machine) ? .native : .foreign(Self.name(of: machine))
    } else {
      self = .none
    }
  }

  /// What this machine runs, its 32-bit programs included; none where that is not known.
  private static var own: [UInt16] {
    #if arch(x86_64)
      [62, 3]  // EM_X86_64, EM_386
    #elseif arch(arm64)
      [183, 40]  // EM_AARCH64, EM_ARM
    #else
      []
    #endif
  }

  /// As `uname -m` would say.
  private static func name(of machine: UInt16) -> String {
    switch machine {
    case 3: "i386"  // EM_386
    case 8: "mips"  // EM_MIPS
    case 21: "ppc64"  // EM_PPC64
    case 22: "s390x"  // EM_S390
    case 40: "arm"  // EM_ARM
    case 62: "x86_64"  // EM_X86_64
    case 183: "aarch64"  // EM_AARCH64
    case 243: "riscv64"  // EM_RISCV
    case 258: "loongarch64"  // EM_LOONGARCH
    default: "machine \(machine)"
    }
  }
}
