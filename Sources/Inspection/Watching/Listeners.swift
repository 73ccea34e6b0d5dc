import Kernel
import Topology

/// What a node is heard by. A listener that is refused is missing: then there is a gap, and what it would
/// tell is looked up now and then.
struct Listeners: ~Copyable {
  var links: RouteListener?
  var files: FileListener?
  let locks: LockListener?
  let mounts: MountListener?
  var rules = RuleFollower()

  /// Those of listeners that are missing, or hear less than all, from the start.
  private var refusals: [Gap] = []

  init() {
    var refusals: [Gap] = []
    links = attempt("changes of links", &refusals) { () throws(KernelError) in
      try RouteListener()
    }
    mounts = attempt("changes of mounts", &refusals) { () throws(KernelError) in
      try MountListener()
    }
    files = attempt("changes of files", &refusals) { () throws(KernelError) in
      try FileListener()
    }
    locks = attempt("changes of iptables-legacy", &refusals) { () throws(KernelError) in
      try LockListener()
    }
    self.refusals = refusals
  }

  /// What is not heard of, and why.
  var gaps: [Gap] {
    let partly: [(String, KernelError?)] = [
      ("changes inside pods", linksRefusal), ("changes of some files", filesRefusal),
      ("changes of nftables", rules.refusal),
    ]
    return refusals
      + partly.compactMap { subject, refusal in
        refusal.map { Gap(unheard: subject, $0) }
      }
  }

  var hearsAllFiles: Bool { filesDescriptor >= 0 && filesRefusal == nil }

  private var linksRefusal: KernelError? {
    switch links {
    case .some(let links): links.refusal
    case .none: nil
    }
  }

  private var filesRefusal: KernelError? {
    switch files {
    case .some(let files): files.refusal
    case .none: nil
    }
  }
}

/// To be waited on; -1, which is never ready, for listeners that are missing.
extension Listeners {
  var linksDescriptor: Int32 {
    switch links {
    case .some(let links): links.descriptor
    case .none: -1
    }
  }

  var mountsDescriptor: Int32 {
    switch mounts {
    case .some(let mounts): mounts.descriptor
    case .none: -1
    }
  }

  var filesDescriptor: Int32 {
    switch files {
    case .some(let files): files.descriptor
    case .none: -1
    }
  }

  var locksDescriptor: Int32 {
    switch locks {
    case .some(let locks): locks.descriptor
    case .none: -1
    }
  }
}

/// A listener, or `nil` and one gap more.
private func attempt<Listener: ~Copyable>(
  _ subject: String, _ gaps: inout [Gap], _ listen: () throws(KernelError) -> Listener
) -> Listener? {
  do throws(KernelError) {
    return try listen()
  } catch {
    gaps.append(Gap(unheard: subject, error))
    return nil
  }
}

extension Gap {
  fileprivate init(unheard subject: String, _ error: KernelError) {
    self.init(
      subject: subject, reason: "\(error); it is looked at now and then",
      advice: error.isPermissionDenied
        ? "run as root, or grant CAP_NET_ADMIN and CAP_NET_BROADCAST" : nil)
  }
}
