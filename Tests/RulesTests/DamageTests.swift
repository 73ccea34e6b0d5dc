import Netlink
import NetlinkKit
import Testing
import Topology

@testable import Rules

/// What was decoded from damaged bytes still has a text.
@Suite struct DamageTests {
  @Test(arguments: ["rules", "words-rules"])
  func saysSomethingOfEveryDamagedRule(_ name: String) throws {
    let sets = try recordedSets()
    for message in try Recording(name, of: .netfilter).messages {
      message.forEachDamage { bytes in
        var messages = MessageReader(bytes.span)
        guard let message = try? messages.next(),
          let rule = try? NftRule(message: message.payload)
        else { return }
        _ = (rule.text(sets: sets), Rule(rule, sets: sets))
      }
    }
  }

  @Test(arguments: ["elements-set0", "elements-hosts", "words-elements"])
  func saysSomethingOfEveryDamagedElement(_ name: String) throws {
    let sets = try recordedSets()
    for message in try Recording(name, of: .netfilter).messages {
      message.forEachDamage { bytes in
        var messages = MessageReader(bytes.span)
        guard let message = try? messages.next(),
          let new = try? NftElements(message: message.payload), var set = sets[new.set]
        else { return }
        set.flags.insert(.anonymous)
        set.add(new.elements)
        for type in [7, 41, 7 << 6 | 13, 41 << 12 | 7 << 6 | 36] as [UInt32] {
          (set.keyType, set.dataType) = (type, type)
          for interval in [true, false] {
            if interval { set.flags.insert(.interval) } else { set.flags.remove(.interval) }
            _ = SetText(set, "s", names: .standard, shift: 2).text
          }
        }
      }
    }
  }

  @Test(arguments: try Recording.all(.legacyTable) + Recording.all(.extensions))
  func saysSomethingOfEveryDamagedExtension(_ recording: Recording) throws {
    let rules = try RecordedTable(recording.bytes).rules()
    let extensions = rules.flatMap { rule -> [XtExtension] in
      if case .named(let target) = rule.target { rule.matches + [target] } else { rule.matches }
    }
    #expect(!extensions.isEmpty)
    for sound in extensions {
      sound.info.forEachDamage { info in
        let damaged = XtExtension(name: sound.name, revision: sound.revision, info: info)
        var clauses: [Clause] = []
        for isIPv6 in [true, false] {
          let context = XtContext(isIPv6: isIPv6, setNames: [:])
          damaged.addClauses(context, to: &clauses)
          clauses.append(damaged.targetClause(context))
        }
        _ = clauses.map(\.text)
      }
    }
  }

  /// Each expression would double what the one before has made.
  @Test func boundsWhatRegistersHold() {
    let double = Expression.bitwise(.init(0, into: 0, length: 4, .or(0)))
    let table = NftTable.ID(.ip, "t")
    let rule = NftRule(
      chain: NftChain.ID(table, "c"), handle: 1,
      expressions: [.meta(.init(key: 3, .load(into: 0)))] + Array(repeating: double, count: 99)
        + [.meta(.init(key: 3, .store(from: 0)))])
    #expect(rule.text().hasPrefix("meta mark set [expression] | "))
    #expect(rule.text().utf8.count < 4000)
  }

  private func recordedSets() throws -> [NftSet.ID: NftSet] {
    var sets: [NftSet.ID: NftSet] = [:]
    for name in ["sets", "words-sets"] {
      for set in try Recording(name, of: .netfilter).read({ try NftSet(message: $0.payload) }) {
        sets[set.id] = set
      }
    }
    for new in try Recording("words-elements", of: .netfilter).read({
      try NftElements(message: $0.payload)
    }) { sets[new.set]?.add(new.elements) }
    return sets
  }
}
