/// `xt_LED`: lights an LED.
struct XtLed: XtPassingTarget {
  static let name = "LED"
  /// What the LED's trigger is called, without the kernel's `netfilter-`.
  let trigger: String
  /// Milliseconds; all ones for no end, of which iptables-save says -1.
  let delay: UInt32
  let alwaysBlinks: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(40) else { return nil }
    trigger = info.text(10..<27)
    (delay, alwaysBlinks) = (info.word(28), info.byte(27) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--led-trigger-id", escaped(trigger, "\"\\"))
    if delay != 0 { options.add("--led-delay", Int32(bitPattern: delay)) }
    if alwaysBlinks { options.add("--led-always-blink") }
  }
}
