import Testing

@testable import Formats

@Suite struct TextEncodingTests {
  @Test(
    arguments: [
      ([0xef, 0xbb, 0xbf, 0x7b, 0x7d], TextEncoding.markedUTF8), ([0xff, 0xfe, 0x7b, 0], .utf16),
      ([0xfe, 0xff, 0, 0x7b], .utf16), ([0x7b, 0, 0x7d, 0], .utf16), ([0, 0x7b, 0, 0x7d], .utf16),
      ([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0], .utf32), ([0, 0, 0xfe, 0xff], .utf32),
      ([0x7b, 0, 0, 0], .utf32), ([0, 0, 0, 0x7b], .utf32), ([0x7b, 0x7d], nil),
      ([0, 0, 0, 0, 0], nil), ([0x7b], nil),
      ([], nil),
    ] as [([UInt8], TextEncoding?)]) func knowsOtherEncodings(
      _ bytes: [UInt8], _ encoding: TextEncoding?
    ) throws
  {
    #expect(TextEncoding(of: bytes) == encoding)
    guard let encoding else { return }
    #expect(throws: FormatFailure.notPlainUTF8(encoding)) { try JSON(bytes) }
  }
}
