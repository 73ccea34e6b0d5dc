/// Whether a condition is true of a packet.
public enum Fit: Equatable, Sendable {
  case yes
  case no
  case cannotTell(Doubt)

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  /// `nil`, which is not known, is a doubt about `what`.
  init(_ isTrue: Bool?, _ what: @autoclosure () -> String) {
    self = isTrue.map(Fit.init) ?? .cannotTell(Doubt(what()))
  }

  static prefix func ! (fit: Fit) -> Fit {
    switch fit {
    case .yes: .no
    case .no: .yes
    case .cannotTell: fit
    }
  }

  /// Both; what is `no` decides, whatever the other is.
  func and(_ other: @autoclosure () -> Fit) -> Fit {
    switch self {
    case .no: return .no
    case .yes: return other()
    case .cannotTell:
      if case .no = other() { return .no }
      return self
    }
  }

  /// Either.
  func or(_ other: @autoclosure () -> Fit) -> Fit { !((!self).and(!other())) }
}

/// Why something cannot be told.
public struct Doubt: Hashable, Sendable {
  /// The expression, match or target, with what it lacks.
  public var what: String
  /// It is drawn by lot, or depends on what came before: all outcomes are possible.
  public var isChance: Bool

  public init(_ what: String, isChance: Bool = false) {
    self.what = what
    self.isChance = isChance
  }
}

extension Doubt: CustomStringConvertible {
  public var description: String { what }
}
