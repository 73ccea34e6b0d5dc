extension Column {
  /// What it shows of a row.
  public func sortText(_ row: Row) -> String { text(row) }
}
