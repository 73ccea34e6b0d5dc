import CNI
import Files
import Kernel
import SystemPackage

/// The network that the demo's pods are on, as its configuration file says it.
struct DemoNetwork: Sendable {
  static let name = "demo"
  static let bridge = "cni0"

  /// 10.22.0.0 with this prefix length.
  var length = 24
  /// The last address that pods get; `nil`: of all.
  var lastAddress: String?
  var hasIPv6 = false

  /// Large enough for so many pods, and of both families where the kernel has them.
  init(pods: Int) {
    length = pods > 200 ? 16 : 24
    hasIPv6 = FileFacts.areThere(at: "/proc/sys/net/ipv6")
  }

  /// The lesson's: as small as can be.
  init() {}

  func write() throws(FileFailure) {
    try Directory("/etc/cni/net.d")
      .replace("10-demo.conflist", Array(text.utf8), mode: 0o644)
  }

  var text: String {
    let end = lastAddress.map { #", "rangeEnd": "\#($0)""# } ?? ""
    let ranges =
      [#"[{ "subnet": "10.22.0.0/\#(length)"\#(end) }]"#]
      + (hasIPv6 ? [#"[{ "subnet": "fd00:10:22::/64" }]"#] : [])
    let routes = [#"{ "dst": "0.0.0.0/0" }"#] + (hasIPv6 ? [#"{ "dst": "::/0" }"#] : [])
    return """
      {
        "cniVersion": "1.1.0",
        "name": "\(Self.name)",
        "plugins": [
          {
            "type": "bridge", "bridge": "\(Self.bridge)", "isGateway": true, "ipMasq": true,
            "ipam": {
              "type": "host-local",
              "ranges": [\(ranges.joined(separator: ", "))],
              "routes": [\(routes.joined(separator: ", "))]
            }
          }
        ]
      }

      """
  }
}
