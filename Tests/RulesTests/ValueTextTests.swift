import Netlink
import Testing

@testable import Rules

@Suite struct ValueTextTests {
  @Test func saysTimesAsTheNodeHasThem() {
    let names = NodeNames(secondsFromUTC: 7200)
    let hour = ValueText(type: .hour, names: names)
    #expect(hour.text(Value(23 * 3600, bits: 32)) == "\"01:00\"")
    #expect(hour.text(Value(61, bits: 32)) == "\"02:01:01\"")
    let date = ValueText(type: .date, names: names)
    #expect(date.text(Value(951_782_399_000_000_000, bits: 64)) == "\"2000-02-29 01:59:59\"")
  }

  @Test func saysNamesOfTheNode() {
    let names = NodeNames(interfaces: [7: "cni0"], groups: [3: "pods"], realms: [:])
    let index = ValueText(type: .interfaceIndex, names: names)
    #expect(index.text(Value(7, bits: 32)) == "\"cni0\"")
    #expect(index.text(Value(8, bits: 32)) == "8")
    let group = ValueText(type: .interfaceGroup, names: names)
    #expect(group.text(Value(3, bits: 32)) == "\"pods\"")
    #expect(ValueText(type: .realm, names: names).text(Value(9, bits: 32)) == "9")
  }

  @Test func takesMasksApart() {
    #expect(Value([0xff, 0xf0]).prefixLength == 12)
    #expect(Value([0x0f, 0xf0]).prefixLength == nil)
    #expect(Value([0x0f, 0xf0]).lowestRun == 4..<12)
    #expect(Value([0, 0]).lowestRun == nil)
    #expect(Value([0x12, 0x34]).read(.host) == Value(0x3412, bits: 16))
    #expect(Value([0x12, 0x34, 0x56]).first(12) == Value(0x123, bits: 12))
    #expect(Value([0x12, 0x34, 0x56]).dropping(12) == Value(0x456, bits: 12))
    #expect(Value([0x12, 0x34]).bytes == [0x12, 0x34])
  }
}
