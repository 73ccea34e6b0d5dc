import Dice
import Testing
import Topology

@Suite struct ChunkedArrayTests {
  /// Random changes of an array, and the same of its chunked likeness.
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func isAnArray(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    var plain = (0..<Int.random(in: 0...700, using: &dice)).map { $0 }
    var chunked = ChunkedArray(plain)
    for step in 0..<400 {
      let before = (plain, chunked)
      let place = Int.random(in: 0...plain.count, using: &dice)
      if plain.isEmpty || Int.random(in: 0...2, using: &dice) > 0 {
        plain.insert(-step, at: min(place, plain.count))
        chunked.insert(
          -step, at: chunked.index(chunked.startIndex, offsetBy: min(place, chunked.count)))
      } else {
        let place = min(place, plain.count - 1)
        plain.remove(at: place)
        chunked.remove(at: chunked.index(chunked.startIndex, offsetBy: place))
      }
      #expect(chunked.elementsEqual(plain) && chunked.count == plain.count)
      #expect(chunked.reversed().elementsEqual(plain.reversed()))
      #expect(chunked != before.1 && chunked == ChunkedArray(plain))
      let (removed, added) = chunked.difference(from: before.1)
      #expect(removed.count + added.count <= 1)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func changesWhatIsNew(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let old = ChunkedArray((0..<Int.random(in: 0...900, using: &dice)).map { $0 })
    let isConcerned = { (number: Int) in number % 3 == 0 }
    let double = { (number: inout Int) in number *= 2 }
    let made = old.map(after: nil, made: nil, where: isConcerned, double)
    var new = old
    for _ in 0..<Int.random(in: 0...5, using: &dice) {
      let place = new.index(new.startIndex, offsetBy: Int.random(in: 0...new.count, using: &dice))
      new.insert(3 * Int.random(in: 0...1000, using: &dice), at: place)
    }
    var changed = 0
    let result = new.map(after: old, made: made, where: isConcerned) { number in
      changed += 1
      double(&number)
    }
    #expect(result.elementsEqual(new.map { isConcerned($0) ? 2 * $0 : $0 }))
    #expect(changed <= new.difference(from: old).added.count)
  }
}
