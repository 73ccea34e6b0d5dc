import CFuzzer
import FuzzKit

try Chosen.writeSeeds()

var count = CommandLine.argc
var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
_ = unsafe LLVMFuzzerRunDriver(&count, &words) { start, count in
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  do throws(Broken) {
    try Chosen.target.run(bytes)
  } catch {
    // A crash is what libFuzzer listens for.
    fatalError("broken promise: \(error)")
  }
  return 0
}
