extension Namespace {
  /// The same, with one copy of what is the same in an earlier look: many moments of a node are
  /// kept, and compared, at the price of what is different between them.
  public func sharing(with earlier: Namespace) -> Namespace {
    if self == earlier { return earlier }
    var shared = self
    if interfaces == earlier.interfaces { shared.interfaces = earlier.interfaces }
    if routes == earlier.routes { shared.routes = earlier.routes }
    return shared
  }
}
