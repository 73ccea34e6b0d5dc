/// What is compared of `cnitop snapshot -o json`, as snapshot-schema.md describes it.
struct OurSnapshot: Decodable {
  var namespaces: [Namespace]
  var networks: [Network]
  var gaps: [Gap]

  struct Gap: Decodable {
    var subject: String
    var reason: String
    var advice: String?
  }

  struct Namespace: Decodable {
    var id: String
    var isHost: Bool
    var name: String
    var nameSource: String
    var nsid: Int?
    var paths: [String]
    var containers: [Container]
    var interfaces: [Interface]
    var routes: [Route]
    var neighbours: [Neighbour]
  }

  struct Container: Decodable {
    var id: String
    var podNamespace: String?
    var podName: String?
    var attachments: [Attachment]
  }

  struct Attachment: Decodable {
    var network: String
    var interface: String
  }

  struct Interface: Decodable {
    var index: Int
    var name: String
    var alias: String?
    var kind: String?
    var isUp: Bool
    var state: String
    var isPromiscuous: Bool
    var mtu: Int
    var mac: String?
    var master: Place?
    var peer: Place?
    var parent: Place?
    var unresolved: OutOfSight?
    var bridge: Bridge?
    var macvlan: Mode?
    var vxlan: VXLAN?
    var tun: Mode?
    var port: Port?
    var addresses: [Address]
    var forwarding: [ForwardingEntry]
  }

  struct Place: Decodable, Equatable {
    var namespace: String
    var interface: String?
    var index: Int
  }

  struct OutOfSight: Decodable {
    var index: Int
  }

  struct Mode: Decodable {
    var mode: String
  }

  struct Bridge: Decodable {
    var hasSpanningTree: Bool
    var filtersVLANs: Bool
    var ageing: Int
    var groupAddress: String
    var groupForwardMask: Int
  }

  struct VXLAN: Decodable {
    var id: Int
    var local: String?
    var remote: String?
    var port: Int
    var learns: Bool
  }

  struct Port: Decodable {
    var number: Int
    var state: String
    var isHairpin: Bool
    var isIsolated: Bool
    var learns: Bool
  }

  struct Address: Decodable {
    var prefix: String
    var peer: String?
    var scope: String
    var flags: [String]
  }

  struct ForwardingEntry: Decodable {
    var mac: String
    var vlan: Int?
    var destination: String?
    var isLearned: Bool
    var isPermanent: Bool
  }

  struct Route: Decodable {
    var destination: String
    var kind: String
    var gateway: String?
    var interface: String?
    var nextHops: [NextHop]
    var source: String?
    var table: Int
    var metric: Int
    var scope: String
    var origin: String
  }

  struct NextHop: Decodable {
    var gateway: String?
    var interface: String?
    var weight: Int
  }

  struct Neighbour: Decodable {
    var address: String
    var interface: String?
    var mac: String?
    var state: String
  }

  struct Network: Decodable {
    var name: String
    var directory: String
    var allocations: [Allocation]
  }

  struct Allocation: Decodable {
    var address: String
    var state: String
    var holder: String?
    var namespace: String?
    var lease: Lease?
  }

  struct Lease: Decodable {
    var containerID: String
    var interface: String?
  }
}
