import Kernel
import Netlink
import Rules

/// Keeps the rules of both backends equal to the kernel's.
struct RuleFollower: ~Copyable {
  /// `nil` for as long as nftables is not in the kernel: to listen would load it.
  private var listener: RuleListener?
  /// What was changed together and is not complete yet.
  private var batch: [NftEvent] = []

  /// Changes that come in one piece and are larger than this are read, not followed.
  private static let largestBatch = 5000

  /// Becomes readable when nftables changed; -1, which never does, where there is none.
  private(set) var descriptor: Int32 = -1

  /// Why nftables is not heard, where it is there.
  private(set) var refusal: KernelError?

  init() {
    listen()
  }

  /// Reads nftables where it is not heard, and begins to follow it if it has been loaded since. Returns
  /// whether anything changed.
  mutating func lookForNftables(_ facts: inout RuleFacts) -> Bool {
    guard descriptor < 0, NftablesModule.isThere else { return false }
    listen()
    let before = facts
    facts.readNftables()
    return facts != before
  }

  private mutating func listen() {
    guard NftablesModule.isThere else { return }
    do throws(KernelError) {
      let listener = try RuleListener()
      descriptor = listener.descriptor
      self.listener = consume listener
      refusal = nil
    } catch {
      refusal = error
    }
  }

  enum Outcome {
    case nothing
    case changed
    /// Changes were lost, and all was read again.
    case overrun
  }

  /// Takes in what waits.
  mutating func hear(_ facts: inout RuleFacts) throws(KernelError) -> Outcome {
    var outcome = Outcome.nothing
    while true {
      switch try listener?.next() {
      case nil: return .nothing
      case .nothing: return outcome
      case .overrun:
        try readAgain(&facts)
        outcome = .overrun
      case .events(let events, _):
        for event in events where try take(event, &facts) {
          if outcome == .nothing { outcome = .changed }
        }
      }
    }
  }

  /// Changes take effect together, when their generation is told.
  private mutating func take(
    _ event: NftEvent, _ facts: inout RuleFacts
  ) throws(KernelError) -> Bool {
    if batch.count <= Self.largestBatch { batch.append(event) }
    guard case .generation(let number) = event else { return false }
    defer { batch = [] }
    guard let known = facts.nftables?.generation else {
      facts.readNftables()
      return true
    }
    guard number != known, Int32(bitPattern: number &- known) > 0 else { return false }
    let isFollowed =
      number == known &+ 1 && batch.count <= Self.largestBatch && facts.follow(batch)
    if !isFollowed { facts.readNftables() }
    return true
  }

  private mutating func readAgain(_ facts: inout RuleFacts) throws(KernelError) {
    try listener?.skip()
    batch = []
    facts.readNftables()
  }
}

extension RuleFacts {
  /// Whether every one of the changes fitted.
  fileprivate mutating func follow(_ changes: [NftEvent]) -> Bool {
    guard var rules = nftables else { return false }
    nftables = nil  // one owner: the changes are made in place
    defer { nftables = rules }
    return rules.follow(changes)
  }
}
