import Dice

extension Dice {
  mutating func flip() -> Bool { Bool.random(using: &self) }

  /// One of them, of which there must be some.
  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }

  mutating func any<Value: CaseIterable>(_ type: Value.Type) -> Value {
    one(of: Array(Value.allCases))
  }

  /// A value in two of three cases.
  mutating func maybe<Value>(_ make: (inout Dice) -> Value) -> Value? {
    Int.random(in: 0..<3, using: &self) == 0 ? nil : make(&self)
  }

  mutating func some<Value>(upTo most: Int, _ make: (inout Dice) -> Value) -> [Value] {
    (0..<Int.random(in: 0...most, using: &self)).map { _ in make(&self) }
  }

  /// Each of them or not, in their order.
  mutating func some<Value>(of values: [Value]) -> [Value] {
    values.filter { _ in flip() }
  }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
    one(of: [.min, 0, 1, 7, .max, Number.random(in: .min ... .max, using: &self)])
  }

  /// A name, of so few that they meet again; some of them are odd.
  mutating func text() -> String {
    one(of: [
      "", "a", "eth0", "cni0", "web/1", "ü 漢", "a\"b\\c", "line\nbreak", "\u{1b}[2J\u{202e}",
    ])
  }
}
