import Kernel
import NodeSetup
import Topology

extension NodeWatch {
  /// Does what is due: looks again for what was heard of, goes round, and reads what is not heard.
  mutating func keepAppointments() -> Bool {
    var isChanged = false
    if let due = search.due, due <= .now {
      isChanged = lookForNamespaces()
      if isChanged { naming.begin() }
    }
    if let due = naming.due, due <= .now { isChanged = readNames() || isChanged }
    if rounds.due <= .now {
      isChanged = goRound() || isChanged
      if rounds.isTimeToLook() { isChanged = lookAround() || isChanged }
    }
    return isChanged
  }

  /// Looks for what no event tells of.
  private mutating func lookAround() -> Bool {
    let start = ContinuousClock.now
    search.begin()
    let isChanged = [lookForNamespaces(), lookForAgents(), lookAtTheUnheard()]
    naming.begin()
    rounds.looked(since: start)
    return isChanged.contains(true)
  }

  private mutating func lookForNamespaces() -> Bool {
    let start = ContinuousClock.now
    do throws(KernelError) {
      effort.looks += 1
      let outcome = try snapshot.namespaces.search(&search)
      effort.visits += outcome.visits
      return outcome.isChanged
    } catch {
      search.looked(isComplete: false, since: start)
      return tell(error)
    }
  }

  private mutating func goRound() -> Bool {
    let turn = rounds.next(of: snapshot.namespaces.facts.keys)
    do throws(KernelError) {
      let isChanged = try snapshot.namespaces.visitAgain(turn)
      failure = nil
      return isChanged
    } catch {
      return tell(error)
    }
  }

  /// Says once that looking failed, for want of descriptors or threads: what was known stays.
  private mutating func tell(_ error: KernelError) -> Bool {
    if failure != error { notices.append("could not look again: \(error)") }
    failure = error
    return false
  }

  /// What no event tells of here is read.
  private mutating func lookAtTheUnheard() -> Bool {
    let before = (files: snapshot.files, gaps: snapshot.unheard)
    var isChanged = listeners.rules.lookForNftables(&snapshot.rules)
    if listeners.locksDescriptor < 0 { isChanged = rereadLegacy() || isChanged }
    if listeners.linksDescriptor < 0 { snapshot.forwardsIPv4 = inspector.forwardsIPv4 }
    if !listeners.hearsAllFiles { readFiles() }
    snapshot.unheard = listeners.gaps
    return isChanged || snapshot.files != before.files || snapshot.unheard != before.gaps
  }

  /// No event tells of an agent that starts or ends.
  private mutating func lookForAgents() -> Bool {
    let running = AgentProcess.all(in: inspector.nodePaths.processes)
    guard running != snapshot.files.processes else { return false }
    snapshot.files = NodeFiles(inspector.nodePaths, processes: running)
    listenEverywhere()
    return true
  }
}
