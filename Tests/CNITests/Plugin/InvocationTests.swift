import Addressing
import CNI
import Testing

@Suite struct InvocationTests {
  private let usual = [
    "CNI_COMMAND": "ADD", "CNI_CONTAINERID": "one", "CNI_NETNS": "/run/netns/one",
    "CNI_IFNAME": "eth0", "CNI_PATH": "/opt/cni/bin:/usr/lib/cni",
    "CNI_ARGS": "IgnoreUnknown=1;K8S_POD_NAME=web;IP=10.0.0.9;MAC=0a:00:00:00:00:01",
  ]

  @Test func readsWhatARuntimeSets() throws {
    let invocation = try Invocation(environment: usual)
    #expect(invocation.command == .add)
    #expect(invocation.key == AttachmentKey(containerID: "one", interfaceName: "eth0"))
    #expect(invocation.path == ["/opt/cni/bin", "/usr/lib/cni"])
    #expect(invocation.arguments.address == IPAddress("10.0.0.9"))
    #expect(invocation.arguments.mac?.description == "0a:00:00:00:00:01")
  }

  @Test func anAccentHidesNoSeparator() throws {
    let arguments = try PluginArguments("IgnoreUnknown=1;\u{301}A=\u{301};IP=10.0.0.9")
    #expect(arguments.address == IPAddress("10.0.0.9"))
  }

  @Test(arguments: [
    ("CNI_COMMAND", ""), ("CNI_COMMAND", "add"), ("CNI_CONTAINERID", ""),
    ("CNI_CONTAINERID", "../x"), ("CNI_CONTAINERID", "a/b"), ("CNI_CONTAINERID", "-a"),
    ("CNI_NETNS", ""), ("CNI_IFNAME", ""), ("CNI_IFNAME", "."), ("CNI_IFNAME", "a/b"),
    ("CNI_IFNAME", "sixteen-letters-"), ("CNI_PATH", ""), ("CNI_ARGS", "K8S_POD_NAME=web"),
    ("CNI_ARGS", "IP"), ("CNI_ARGS", "IP=x"), ("CNI_ARGS", "MAC=x"),
    ("CNI_ARGS", "IgnoreUnknown=perhaps"),
  ]) func namesTheVariableThatIsWrong(_ name: String, _ value: String) throws {
    let failure = #expect(throws: CNIError.self) {
      try Invocation(environment: usual.merging([name: value]) { $1 })
    }
    #expect(failure?.code == .invalidEnvironment)
    #expect(failure?.message.contains(name) == true)
  }

  @Test func asksForNoMoreThanACommandNeeds() throws {
    #expect(try Invocation(environment: ["CNI_COMMAND": "VERSION"]).command == .version)
    #expect(try Invocation(environment: ["CNI_COMMAND": "GC", "CNI_PATH": "/x"]).command == .gc)
    let del = usual.merging(["CNI_COMMAND": "DEL", "CNI_NETNS": ""]) { $1 }
    #expect(try Invocation(environment: del).namespacePath == nil)
  }
}
