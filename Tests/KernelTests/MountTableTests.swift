import Testing

@testable import Kernel

@Suite struct MountTableTests {
  @Test func findsNetworkNamespacesAmongMounts() {
    let table = MountTable(
      text: """
        21 1 254:1 / / rw,relatime shared:1 - ext4 /dev/root rw
        36 35 0:4 net:[4026532281] /run/netns/red rw shared:3 - nsfs nsfs rw
        37 35 0:4 mnt:[4026532282] /run/snapd/ns/lxd.mnt rw - nsfs nsfs rw
        38 35 0:4 net:[4026532283] /run/docker/netns/8f3a rw - nsfs nsfs rw
        """)
    #expect(
      table.namespaces == [
        .init(path: "/run/netns/red", device: 4, inode: 4_026_532_281),
        .init(path: "/run/docker/netns/8f3a", device: 4, inode: 4_026_532_283),
      ])
  }

  @Test func readsBlanksAndBackslashes() {
    let path = path(ofMount: #"/run/netns/a\040b\134c\011d"#)
    #expect(path == "/run/netns/a b\\c\td")
  }

  @Test(arguments: [#"\"#, #"a\1"#, #"a\9z9"#, #"a\777"#])
  func aBackslashWithoutANumberIsOne(_ text: String) {
    #expect(path(ofMount: text) == text)
  }

  @Test func theLaterMountOnAPathCounts() {
    let table = MountTable(
      text: """
        36 35 0:4 net:[1] /run/netns/red rw - nsfs nsfs rw
        37 35 0:4 net:[2] /run/netns/red rw - nsfs nsfs rw
        """)
    #expect(table.namespaces == [.init(path: "/run/netns/red", device: 4, inode: 2)])
  }

  @Test func tellsLargeDevicesAsStatDoes() {
    #expect(
      MountTable(text: "36 35 259:300 net:[1] /a rw -").namespaces.first?.device == 0x11032c)
  }

  @Test(arguments: [
    "", "36", "36 35 0:4 net:[] /a rw -", "36 35 0:4 net:[x] /a rw -", "36 35 0 net:[1] /a rw -",
    "36 35 0:99999999 net:[1] /a rw -", "36 35 0:4 net:[99999999999999999999] /a rw -",
    "36 35 -1:4 net:[1] /a rw -",
  ])
  func skipsALineThatMakesNoSense(_ line: String) {
    #expect(MountTable(text: line).namespaces.isEmpty)
  }

  @Test func readsThisProcesss() throws {
    _ = try MountTable.read()
  }

  private func path(ofMount path: String) -> String? {
    MountTable(text: "36 35 0:4 net:[1] \(path) rw - nsfs nsfs rw").namespaces.first?.path
  }
}
