import CNI
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

/// What is said of a file that libcni makes nothing of, or nothing good.
@Suite struct ConfigFileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var file: ConfigFile? { ConfigDirectory(scratch.path).files.first }

  @Test func oneWithoutANameIsLoadedAllTheSame() throws {
    try scratch.write("10-a.conf", Array(#"{"cniVersion":"1.0.0","type":"loopback"}"#.utf8))
    #expect(file?.isLoaded == true && file?.network == nil)
    #expect(file?.findings == [.nameless])
  }

  @Test(arguments: [[0xef, 0xbb, 0xbf, 0x7b, 0x7d], [0xff, 0xfe, 0x7b, 0]] as [[UInt8]])
  func otherEncodingsAreNamed(_ bytes: [UInt8]) throws {
    try scratch.write("10-a.conf", bytes)
    #expect(file?.findings.first?.text.contains("UTF") == true)
  }

  @Test(arguments: [#""name":7"#, #""capabilities":{"ips":"yes"}"#, #""ipam":{"type":[]}"#])
  func whatSpoilsAFileIsFound(_ keys: String) throws {
    try scratch.write(
      "10.conflist",
      Array(#"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"x",\#(keys)}]}"#.utf8))
    #expect(file?.isLoaded == false && file?.findings.first?.severity == .broken)
  }
}
