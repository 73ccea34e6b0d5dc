import Addressing
import Kernel
import Netlink
import SystemPackage

/// `ip`, as far as the demo needs it: everything by its name.
extension NetlinkSocket {
  /// `ip link set dev NAME …`
  mutating func change(_ name: String, _ change: LinkChange) throws(KernelError) {
    try perform(.change(name, index: index(of: name), change))
  }

  /// `ip address add PREFIX dev NAME`
  mutating func add(_ prefix: Prefix, to name: String) throws(KernelError) {
    try perform(.addAddress(prefix, to: name, index: index(of: name)))
  }

  /// `ip address del PREFIX dev NAME`
  mutating func delete(_ prefix: Prefix, from name: String) throws(KernelError) {
    try perform(.deleteAddress(prefix, from: name, index: index(of: name)))
  }
}

/// `ip …`, of the node.
func onNode(
  _ body: (inout NetlinkSocket) throws(KernelError) -> Void
) throws(KernelError) {
  var socket = try NetlinkSocket(.route)
  try body(&socket)
}

/// `ip -n NAME …`
func inside(
  _ name: String, _ body: @escaping @Sendable (inout NetlinkSocket) throws(KernelError) -> Void
) throws(KernelError) {
  try NetworkNamespace(named: name).visit { () throws(KernelError) in
    var socket = try NetlinkSocket(.route)
    try body(&socket)
  }
}
