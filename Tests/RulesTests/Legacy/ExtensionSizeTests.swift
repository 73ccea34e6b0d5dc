import Dice
import Netlink
import Testing

@testable import Rules

/// Extensions of every size, with bytes by chance: nothing traps, and all is told.
@Suite struct ExtensionSizeTests {
  @Test(arguments: Set(xtMatches.keys).union(xtTargets.keys).sorted())
  func readsWhateverItsBytes(_ name: String) {
    var dice = Dice(seed: UInt64(name.utf8.count))
    var known = 0
    for isIPv6 in [false, true] {
      let context = XtContext(isIPv6: isIPv6, setNames: [7: "hosts"])
      for revision in 0...5 as ClosedRange<UInt32> {
        for size in Self.sizes where knows(name, revision, size: size, context) {
          known += 1
          for _ in 0..<20 {
            let start = Int.random(in: 0..<Self.random.count - size, using: &dice)
            let info = Array(Self.random[start..<start + size])
            say(XtExtension(name: name, revision: revision, info: info), context)
          }
        }
      }
    }
    #expect(known > 0)
  }

  private func knows(_ name: String, _ revision: UInt32, size: Int, _ context: XtContext) -> Bool {
    Self.patterns.contains { pattern in
      let info = Array(pattern.prefix(size))
      let xt = XtInfo(XtExtension(name: name, revision: revision, info: info), context)
      return xtMatches[name]?.init(xt) != nil || xtTargets[name]?.init(xt) != nil
    }
  }

  private func say(_ extension: XtExtension, _ context: XtContext) {
    var clauses: [Clause] = []
    `extension`.addClauses(context, to: &clauses)
    clauses.append(`extension`.targetClause(context))
    let texts = clauses.map(\.text)
    #expect(texts.allSatisfy { $0.isEmpty || $0.hasPrefix("-") || $0.hasPrefix("! -") })
  }

  /// In bytes: those of most structs, and around those of the largest.
  private static let sizes =
    Array(0...80) + stride(from: 84, through: 320, by: 4) + Array(520...540)
    + Array(1980...1990) + [4111, 4112, 4113]

  /// Some structs are never all zeros.
  private static let patterns = ([[0, 0], [1, 1], [2, 2], [1, 0]] as [[UInt8]]).map { pair in
    (0..<4200).map { pair[$0 & 1] }
  }

  private static let random: [UInt8] = {
    var dice = Dice(seed: 1)
    return (0..<20_000).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
  }()

  @Test func saysTheNameAndBytesOfWhatIsNotKnown() {
    let context = XtContext(isIPv6: false, setNames: [:])
    let strange = XtExtension(name: "strange", revision: 2, info: [0, 0x11])
    var clauses: [Clause] = []
    strange.addClauses(context, to: &clauses)
    #expect(clauses.map(\.text) == ["-m strange [revision 2 0x0011]"])
    #expect(strange.targetClause(context).text == "-j strange [revision 2 0x0011]")
    let newer = XtExtension(name: "mark", revision: 9, info: [])
    #expect(newer.targetClause(context).text == "-j mark [revision 9]")
  }
}
