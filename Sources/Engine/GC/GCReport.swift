public import Addressing
public import CNI

/// What GC found of a network, thing by thing, each with why it goes or stays.
public struct GCReport: Hashable, Sendable {
  /// By container and interface; those of which nobody can say whose they are come last.
  public var entries: [Entry] = []
  /// The network's configuration wants none (`disableGC`).
  public var isDisabled = false
  /// What was to go and could not be removed, a line each.
  public var failures: [String] = []

  public init() {}

  /// What one attachment has left behind, or still has.
  public struct Entry: Hashable, Sendable {
    /// `nil` where what it left does not say.
    public var key: AttachmentKey?
    public var artifacts: [Artifact]
    public var verdict: Verdict
  }

  /// One thing that ADD makes.
  public enum Artifact: Hashable, Sendable {
    /// A lease of host-local, and the directory it is in.
    case lease(IPAddress, directory: String)
    /// A masquerade rule, in words that say where it is.
    case rule(String)
    /// The chains that check who sends through its host's end (`macspoofchk`), by the name of the first.
    case macSpoofCheck(chain: String)
    /// An entry of the result cache, by its file's name.
    case cacheEntry(String)
  }

  /// What becomes of it, and why.
  public enum Verdict: Hashable, Sendable {
    /// It is proven that nothing of the attachment lives.
    case goes(proof: String)
    /// It lives, or nobody can tell.
    case stays(reason: String)

    public var goes: Bool { if case .goes = self { true } else { false } }
  }

  /// The attachments that are proven to be dead.
  public var dead: [AttachmentKey] { entries.filter(\.verdict.goes).compactMap(\.key) }
}

extension GCReport.Artifact: CustomStringConvertible {
  public var description: String {
    switch self {
    case .lease(let address, let directory): "lease \(address) in \(directory)"
    case .rule(let words): "masquerade, \(words)"
    case .macSpoofCheck(let chain): "source check, chain \(chain) of bridge nat"
    case .cacheEntry(let file): "cache entry \(file)"
    }
  }
}
