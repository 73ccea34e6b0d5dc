import Netlink

extension Evaluator {
  mutating func run(_ expression: Expression) -> Progress {
    switch expression {
    case .meta(let meta): run(meta)
    case .ct(let ct): run(ct)
    case .payload(let payload): run(payload)
    case .exthdr(let exthdr): run(exthdr)
    case .fib(let fib): run(fib)
    case .rt(let rt): loadUnknown("rt", into: rt.destination)
    case .socket(let socket): loadUnknown("socket", into: socket.destination)
    case .osf(let osf): loadUnknown("osf", into: osf.destination)
    case .xfrm(let xfrm): loadUnknown("ipsec", into: xfrm.destination)
    case .tunnel(let tunnel): loadUnknown("tunnel", into: tunnel.destination)
    case .numgen(let numgen): run(numgen)
    case .hash(let hash): run(hash)
    case .inner(let inner): run(inner)
    case .immediate(let immediate): run(immediate)
    case .bitwise(let bitwise): run(bitwise)
    case .byteorder(let byteorder): run(byteorder)
    case .cmp(let cmp): run(cmp)
    case .range(let range): run(range)
    case .lookup(let lookup): run(lookup)
    case .limit: require(.cannotTell(Doubt("limit", isChance: true)))
    case .quota(let quota): run(quota)
    case .connlimit: require(.cannotTell(Doubt("ct count", isChance: true)))
    case .last, .counter, .log, .dup, .flowOffload: .goOn
    case .queue(let queue): run(queue)
    case .fwd: .verdict(.taken("forwarded to a device"))
    case .tproxy: require(.cannotTell(Doubt("tproxy")))
    case .synproxy: run(synproxy: ())
    case .nat(let nat): run(nat)
    case .reject(let reject): .verdict(.reject(reject.words))
    case .notrack: notrack()
    case .objref(let objref): run(objref)
    case .dynset(let dynset): run(dynset)
    case .match(let match): require(fits(match))
    case .target(let target): act(target)
    case .other(let name, _): require(.cannotTell(Doubt(name)))
    }
  }

  /// The kernel's names of those that depend on more than a packet tells: routes, sockets, what came before.
  static let opaqueExpressions: Set = [
    "inner", "osf", "rt", "socket", "tproxy", "tunnel", "xfrm",
  ]

  /// Fills a register with what nobody knows. No field is longer than an address.
  mutating func loadUnknown(_ name: String, into register: Int, length: Int = 16) -> Progress {
    let room = max(0, min(length, 64 - register * 4))
    registers.write(PartialBytes(unknown: room), to: register, from: .expression(name))
    return .goOn
  }

  private mutating func notrack() -> Progress {
    if case .none = packet.tracking { packet.tracking = .untracked }
    return .goOn
  }
}

extension Expression {
  /// Whether it does something that cannot be taken back when the rule turns out not to fit.
  var hasEffect: Bool {
    switch self {
    case .immediate(let immediate):
      if case .verdict = immediate.datum { true } else { false }
    case .lookup(let lookup): lookup.result == .verdict
    case .meta(let meta): meta.use.isStore
    case .ct(let ct): ct.use.isStore
    case .payload(let payload): payload.use.isStore
    case .exthdr(let exthdr): exthdr.use?.isStore ?? true
    case .queue, .fwd, .synproxy, .nat, .reject, .notrack, .dynset, .target: true
    case .fib, .rt, .socket, .osf, .xfrm, .tunnel, .numgen, .hash, .inner, .bitwise, .byteorder,
      .cmp, .range, .limit, .quota, .connlimit, .last, .counter, .log, .dup, .flowOffload, .tproxy,
      .objref, .match, .other:
      false
    }
  }
}

extension RegisterUse {
  fileprivate var isStore: Bool {
    if case .store = self { true } else { false }
  }
}
