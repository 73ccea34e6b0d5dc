import Netlink

extension NftInterpreter {
  /// `exthdr`: a field of an extension header, option or chunk, read, written or taken out.
  mutating func run(_ exthdr: Expression.Exthdr) {
    var option = OptionBits(
      operation: exthdr.operation, type: exthdr.type, offset: Int(exthdr.offset) * 8,
      bits: Int(exthdr.length) * 8, isPresence: exthdr.isPresence)
    switch exthdr.use {
    case .load(let register): put(.option(option), into: register)
    case .store(let register):
      let term = tellWritten(option)
      add("\(term.words) set \(tell(operand(register), as: (term.type, .network)).words)")
    case nil:
      option.isPresence = true
      add("reset \(tellWritten(option).words)")
    }
  }

  /// What is written to leaves no clause out.
  private mutating func tellWritten(_ option: OptionBits) -> Term {
    let kept = dependencies
    dependencies.reset()
    defer { dependencies = kept }
    return tell(option)
  }
}
