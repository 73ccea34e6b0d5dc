import CNI
import Engine
import Files
import Kernel
import Screens
import SystemPackage

/// What a runtime does for an order of the screen.
extension WireOrder {
  /// Nothing is changed for it.
  func plan() throws(CNIError) -> ChainPlan {
    switch verb {
    case .del, .check: try Runtime().plan(del: attachment)
    case .add:
      newNamespace == nil
        ? try Runtime().plan(add: attachment)
        : try Runtime().plan(addToNewNamespace: attachment)
    }
  }

  /// `told` hears when the namespace was made, and when it is no more.
  func perform(before observer: PlanObserver, _ told: (_ isThere: Bool) -> Void) throws {
    var runtime = Runtime()
    runtime.observer = observer
    switch verb {
    case .add:
      if let newNamespace {
        try make(newNamespace)
        told(true)
      }
      do {
        _ = try runtime.add(attachment)
      } catch {
        if let newNamespace {
          try? NetworkNamespace.delete(named: newNamespace)
          told(false)
        }
        throw error
      }
    case .del:
      try runtime.del(attachment)
      if let newNamespace {
        try NetworkNamespace.delete(named: newNamespace)
        told(false)
      }
    case .check: try runtime.check(attachment)
    }
  }

  private func make(_ name: String) throws {
    _ = try Directory.making("/run/netns")
    try NetworkNamespace.make(named: name)
  }
}
