import Topology

extension Firewall {
  init(_ facts: RuleFacts) {
    self.init()
  }
}
