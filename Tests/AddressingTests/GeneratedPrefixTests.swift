import Addressing
import Testing

@Suite struct GeneratedPrefixTests {
  @Test func everyPrefixIsReadBack() {
    for prefix in Generated.prefixes { #expect(Prefix(prefix.description) == prefix) }
  }

  /// Bit by bit, as an address is written on paper.
  @Test func theNetworkHasTheFirstBitsAndNoOthers() {
    for prefix in Generated.prefixes {
      let network = prefix.network
      let length = Int(prefix.length)
      #expect(network.length == prefix.length)
      #expect(bits(network.address).prefix(length) == bits(prefix.address).prefix(length))
      #expect(!bits(network.address).dropFirst(length).contains(true))
      #expect(network.network == network)
    }
  }

  @Test func containsAddressesWithTheSameFirstBits() {
    for (prefix, other) in zip(Generated.prefixes, Generated.addresses.reversed()) {
      let near = other.family == prefix.address.family ? other : prefix.address
      let length = Int(prefix.length)
      let isIn = bits(near).prefix(length) == bits(prefix.address).prefix(length)
      #expect(prefix.contains(near) == isIn)
      #expect(prefix.addresses.contains(near) == isIn)
      #expect(prefix.contains(other) == (isIn && other.family == prefix.address.family))
    }
  }

  @Test func itsAddressesGoFromTheNetworkToTheLastOne() {
    for prefix in Generated.prefixes {
      let range = prefix.addresses
      let hostBits = prefix.address.family.bitWidth - prefix.length
      #expect(range.first == prefix.network.address)
      #expect(hostBits == 128 || range.count == 1 << UInt128(hostBits))
      #expect(prefix.isHost == (range.first == range.last))
      #expect(range.first.number == 0 || !prefix.contains(neighbour(range.first, -1)))
      let last = range.first.family.address(.max)
      #expect(range.last == last || !prefix.contains(neighbour(range.last, 1)))
    }
  }

  @Test(arguments: ["10.0.0.1/24", "fd00::1/64"])
  func everyCutAndEveryDamagedSignGivesAPrefixOrNothing(_ text: String) {
    let signs = Array(text.utf8)
    var read = 0
    for place in signs.indices {
      for value in UInt8.min...UInt8.max {
        let damaged = signs[..<place] + [value] + signs[(place + 1)...]
        guard let prefix = Prefix(String(decoding: damaged, as: UTF8.self)) else { continue }
        read += 1
        #expect(Prefix(prefix.description) == prefix)
        #expect(prefix.length <= prefix.address.family.bitWidth)
      }
    }
    #expect(read > signs.count)
  }

  private func bits(_ address: IPAddress) -> [Bool] {
    address.bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 == 1 } }
  }

  private func neighbour(_ address: IPAddress, _ step: Int) -> IPAddress {
    address.family.address(step > 0 ? address.number &+ 1 : address.number &- 1)
  }
}
