import Export

extension FuzzTarget {
  /// A node that could be read is written, and comes back; it can be reported, drawn and compared.
  static func readSnapshot(_ bytes: [UInt8]) throws(Broken) {
    guard let document = try? SnapshotDocument(json: bytes) else { return }
    let again = try? SnapshotDocument(json: document.json(indented: false))
    try promise("the same node again", again?.topology == document.topology)
    try promise("the same parts again", again?.parts == document.parts)
    try promise("no change to itself", document.topology.changes(since: document.topology) == [])
    _ = Report(document.topology).lines
    _ = Graph(document.topology).dot
  }
}
