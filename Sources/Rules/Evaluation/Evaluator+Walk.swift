/// What an expression, a match or a target leads to.
enum Progress: Equatable {
  /// The rule's next expression.
  case goOn
  /// The rule does not fit.
  case noFit
  case verdict(Evaluation.Verdict)
}

extension Evaluator {
  /// Runs the rules of a base chain, and of those that they lead to: the way is the same in nftables and
  /// in legacy tables.
  ///
  /// - Parameters:
  ///   - base: where the hook calls.
  ///   - length: how many rules a chain has.
  ///   - find: the chain with this name, `nil` where there is none.
  ///   - run: runs a chain's rule, by its place from 0.
  ///   - policy: what holds where no rule decides.
  /// - Returns: how the packet ends here; `nil` when it goes on.
  mutating func walk<Chain>(
    _ base: Chain, length: (Chain) -> Int, find: (Evaluator, String) -> Chain?,
    run: (inout Evaluator, Chain, Int) -> Progress,
    policy: (inout Evaluator) -> Evaluation.End?
  ) -> Evaluation.End? {
    var callers: [(chain: Chain, next: Int)] = []
    var (chain, next) = (base, 0)
    while true {
      guard next < length(chain) else {
        // What was called by goto does not come back here.
        guard let caller = callers.popLast() else { return policy(&self) }
        (chain, next) = caller
        continue
      }
      next += 1
      switch run(&self, chain, next - 1) {
      case .goOn, .noFit, .verdict(.continue): continue
      case .verdict(.accept): return nil
      case .verdict(.drop): return .dropped
      case .verdict(.reject): return .rejected
      case .verdict(.taken): return .taken
      case .verdict(.return):
        guard let caller = callers.popLast() else { return policy(&self) }
        (chain, next) = caller
      case .verdict(.jump(let name)):
        guard let target = target(name, find) else { return .dropped }
        callers.append((chain, next))
        (chain, next) = (target, 0)
      case .verdict(.goto(let name)):
        guard let target = target(name, find) else { return .dropped }
        (chain, next) = (target, 0)
      }
    }
  }

  /// `nil` as well where chains lead in a circle, which the kernel refuses.
  private func target<Chain>(
    _ name: String, _ find: (Evaluator, String) -> Chain?
  ) -> Chain? {
    steps.count < maximumSteps ? find(self, name) : nil
  }
}

private let maximumSteps = 10_000
