import Netlink
import Testing

@testable import Rules

/// Extensions and revisions that no kernel at hand has: their structs are those of the headers below
/// `include/uapi/linux/netfilter`, their words those of iptables' own manual.
@Suite struct UnseenExtensionTests {
  @Test func saysWhatSecmarkSets() {
    let context = Array("system_u:object_r:web_t:s0".utf8)
    let padded = context + [UInt8](repeating: 0, count: 256 - context.count)
    let words = "-j SECMARK --selctx system_u:object_r:web_t:s0"
    #expect(target("SECMARK", 0, [1, 0, 0, 0] + [9, 0, 0, 0] + padded) == words)
    #expect(target("SECMARK", 1, [1] + padded + [0, 0, 0] + [9, 0, 0, 0]) == words)
    #expect(target("SECMARK", 1, [2] + padded + [0, 0, 0] + [9, 0, 0, 0]).contains("[revision 1"))
    #expect(target("CONNSECMARK", 0, [2, 0, 0, 0, 0, 0, 0, 0]) == "-j CONNSECMARK --restore")
  }

  @Test func saysWhatUlogSends() {
    let numbers: [UInt8] = [
      4, 0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0,
    ]
    let prefix = Array("in: ".utf8) + [UInt8](repeating: 0, count: 28)
    #expect(
      target("ULOG", 0, numbers + prefix)
        == #"-j ULOG --ulog-prefix "in: " --ulog-nlgroup 3 --ulog-cprange 64 --ulog-qthreshold 5"#)
  }

  @Test func saysFirstRevisions() {
    #expect(target("NFQUEUE", 0, [7, 0, 0, 0, 0, 0, 0, 0]) == "-j NFQUEUE --queue-num 7")
    #expect(target("TOS", 0, [0x10, 0, 0, 0, 0, 0, 0, 0]) == "-j TOS --set-tos 0x10")
    #expect(match("tos", 0, [0x10, 1, 0, 0, 0, 0, 0, 0]) == "-m tos ! --tos 0x10")
    #expect(
      match("addrtype", 0, [4, 0, 0x20, 0, 1, 0, 0, 0, 0, 0, 0, 0])
        == "-m addrtype ! --src-type LOCAL --dst-type MULTICAST")
    #expect(match("cgroup", 0, [1, 0, 0x10, 0, 0, 0, 0, 0]) == "-m cgroup --cgroup 1048577")
    let ports: [UInt8] = [1, 2, 80, 0, 0xbb, 1] + [UInt8](repeating: 0, count: 26)
    #expect(match("multiport", 0, ports) == "-m multiport --dports 80,443")
  }

  private func target(_ name: String, _ revision: UInt32, _ info: [UInt8]) -> String {
    XtExtension(name: name, revision: revision, info: info).targetClause(context).text
  }

  private func match(_ name: String, _ revision: UInt32, _ info: [UInt8]) -> String {
    var clauses: [Clause] = []
    XtExtension(name: name, revision: revision, info: info).addClauses(context, to: &clauses)
    return clauses.map(\.text).joined(separator: " ")
  }

  private let context = XtContext(isIPv6: false, setNames: [:])
}
