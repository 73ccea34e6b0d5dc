import Quoting

/// Settings of the kernel as a person changes them.
enum SysctlCommand {
  /// `name` has slashes. What sysctl(8) takes for the end of a name may be in that of an interface.
  static func setting(_ name: String, to value: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "=")) else {
      return "sysctl -w \("\(name)=\(value)".shellWord)"
    }
    let writing = "printf %s \(value.shellWord) > \("/proc/sys/\(name)".shellWord)"
    return "sh -c \(writing.shellWord)"
  }
}
