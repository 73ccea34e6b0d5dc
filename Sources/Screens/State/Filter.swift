import TUI

/// Words that a row must, or must not, contain: `web ns:default !coredns`.
struct Filter: Equatable, Sendable {
  private var terms: Set<Term> = []
  let text: String

  init(_ text: String = "") {
    self.text = text
    terms = Set(text.lowercased().split(separator: " ").compactMap(Term.init))
  }

  var isEmpty: Bool { terms.isEmpty }

  func admits(_ row: Row) -> Bool {
    terms.allSatisfy { $0.isFound(in: row) != $0.isNegated }
  }

  private struct Term: Hashable, Sendable {
    var needle: String
    var facet: Facet?
    var isNegated = false

    init?(_ word: Substring) {
      var word = word
      if word.first == "!" {
        isNegated = true
        word = word.dropFirst()
      }
      for facet in Facet.allCases where word.hasPrefix(facet.rawValue + ":") {
        self.facet = facet
        word = word.dropFirst(facet.rawValue.count + 1)
        break
      }
      guard !word.isEmpty else { return nil }
      needle = String(word)
    }

    func isFound(in row: Row) -> Bool {
      switch facet {
      case .namespace: row.facets.namespace.containsBytes(of: needle)
      case .pod: row.facets.pod.containsBytes(of: needle)
      case .address: row.facets.address.containsBytes(of: needle)
      case .bridge: row.facets.bridge.containsBytes(of: needle)
      case .interface: row.facets.interface.containsBytes(of: needle)
      case nil: row.cells.contains { $0.lowercased().containsBytes(of: needle) }
      }
    }
  }

  private enum Facet: String, CaseIterable, Sendable {
    case namespace = "ns"
    case pod
    case address = "ip"
    case bridge = "br"
    case interface = "if"
  }
}
