extension Rule {
  /// What a rule does with a packet that matches.
  public enum Action: Hashable, Sendable {
    case masquerade
    /// To this address, range or port, in the backend's words.
    case snat(String)
    case dnat(String)
    case redirect(String)
    /// The source or the destination, whichever the hook is for, to this network.
    case netmap(String)
    case accept
    case drop
    case reject
    case `return`
    case jump(String)
    case goto(String)
    /// Counts, marks, logs or the like, and goes on.
    case other
  }
}

extension Rule.Action {
  /// nft's word for it, `other` where there are many.
  public var name: String {
    switch self {
    case .masquerade: "masquerade"
    case .snat: "snat"
    case .dnat: "dnat"
    case .redirect: "redirect"
    case .netmap: "netmap"
    case .accept: "accept"
    case .drop: "drop"
    case .reject: "reject"
    case .return: "return"
    case .jump: "jump"
    case .goto: "goto"
    case .other: "other"
    }
  }

  /// Where it leads: an address, a port or a chain.
  public var target: String? {
    switch self {
    case .snat(let target), .dnat(let target), .redirect(let target), .netmap(let target),
      .jump(let target), .goto(let target):
      target
    case .masquerade, .accept, .drop, .reject, .return, .other: nil
    }
  }

  /// The action with this name; `nil` for another, and for a target where none belongs or none where
  /// one does.
  public init?(_ name: String, target: String?) {
    switch (name, target) {
    case ("masquerade", nil): self = .masquerade
    case ("snat", let target?): self = .snat(target)
    case ("dnat", let target?): self = .dnat(target)
    case ("redirect", let target?): self = .redirect(target)
    case ("netmap", let target?): self = .netmap(target)
    case ("accept", nil): self = .accept
    case ("drop", nil): self = .drop
    case ("reject", nil): self = .reject
    case ("return", nil): self = .return
    case ("jump", let target?): self = .jump(target)
    case ("goto", let target?): self = .goto(target)
    case ("other", nil): self = .other
    case (_, _): return nil
    }
  }

  /// It changes addresses or ports.
  public var translates: Bool {
    switch self {
    case .masquerade, .snat, .dnat, .redirect, .netmap: true
    case .accept, .drop, .reject, .return, .jump, .goto, .other: false
    }
  }

  /// It gives packets another source address, or may do so.
  public var changesSource: Bool {
    switch self {
    case .masquerade, .snat, .netmap: true
    case .dnat, .redirect, .accept, .drop, .reject, .return, .jump, .goto, .other: false
    }
  }
}
