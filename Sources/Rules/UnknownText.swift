/// How something is told that this version does not know: its name, and its bytes as the kernel gave
/// them, the first few hundred where there are more.
func unknownText(_ name: String, _ bytes: [UInt8]) -> String {
  guard !bytes.isEmpty else { return "[\(name)]" }
  let most = 256
  let tail = bytes.count > most ? "… \(bytes.count) bytes" : ""
  return "[\(name) \(hexadecimal(Array(bytes.prefix(most))))\(tail)]"
}
