import Netlink
import Topology

/// A target of iptables: what is done with a packet, with the fields of the kernel's struct.
///
/// What most do with a packet is that the next rule has it, ``XtPassingTarget``.
///
/// Each is in a file of its name below `Extensions`, and one of ``xtTargets``.
protocol XtTarget: PacketTarget, Sendable {
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

/// A target that does what a packet alone does not say.
protocol XtOpaqueTarget: XtTarget {}

extension XtOpaqueTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect { .cannotTell(doubt) }
}

extension XtTarget {
  var doubt: Doubt { Doubt("target " + Self.name) }

  var savedName: String { Self.name }
  /// Most targets let the packet go on.
  var action: Rule.Action { .other }

  var clause: Clause {
    var options = XtOptions()
    add(to: &options)
    return Clause(.action(action), "-j " + savedName, value: options.text)
  }
}

/// A target that lets the packet go on as it is, as far as later rules can see.
protocol XtPassingTarget: XtTarget {}

extension XtPassingTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect { .goOn }
}
