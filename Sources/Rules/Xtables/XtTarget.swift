import Netlink
import Topology

/// A target of iptables: what is done with a packet, with the fields of the kernel's struct.
///
/// Each is in a file of its name below `Extensions`, and one of ``xtTargets``.
protocol XtTarget: Sendable {
  /// What the kernel calls it.
  static var name: String { get }
  /// `nil` for a revision or a length that is not known.
  init?(_ info: XtInfo)
  /// Adds its options in iptables-save's words and order.
  func add(to options: inout XtOptions)
  /// What it is called in iptables-save's words.
  var savedName: String { get }
  var action: Rule.Action { get }
}

extension XtTarget {
  var savedName: String { Self.name }
  /// Most targets let the packet go on.
  var action: Rule.Action { .other }

  var clause: Clause {
    var options = XtOptions()
    add(to: &options)
    return Clause(.action(action), "-j " + savedName, value: options.text)
  }
}
