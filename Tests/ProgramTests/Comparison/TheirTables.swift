import Foundation

/// What is compared of the JSON that `ip` and `bridge` write of one namespace.
struct TheirTables {
  var links: [Link]
  var addresses: [AddressedLink]
  var routes4: [Route]
  var routes6: [Route]
  var neighbours: [Neighbour]
  var forwarding: [ForwardingEntry]

  init(_ folder: URL) throws {
    links = try Self.read("link", in: folder)
    addresses = try Self.read("addr", in: folder)
    routes4 = try Self.read("route4", in: folder)
    routes6 = try Self.read("route6", in: folder)
    neighbours = try Self.read("neigh", in: folder)
    forwarding = try Self.read("fdb", in: folder)
  }

  private static func read<Entry: Decodable>(_ name: String, in folder: URL) throws -> [Entry] {
    let text = try Data(contentsOf: folder.appending(path: name))
    return text.isEmpty ? [] : try JSONDecoder().decode([Entry].self, from: text)
  }

  struct Link: Decodable {
    var ifindex: Int
    var ifname: String
    var ifalias: String?
    var flags: [String]
    var mtu: Int
    var operstate: String
    var promiscuity: Int
    var address: String?
    var master: String?
    var link: String?
    var link_index: Int?
    var linkinfo: Info?
  }

  struct Info: Decodable {
    var info_kind: String?
    var info_data: KindData?
    var info_slave_data: PortData?
  }

  /// The words of every kind together.
  struct KindData: Decodable {
    var stp_state: Int?
    var vlan_filtering: Int?
    var ageing_time: Int?
    var group_addr: String?
    var group_fwd_mask: String?
    var mode: String?
    var type: String?
    var id: Int?
    var link: String?
    var local: String?
    var remote: String?
    var local6: String?
    var remote6: String?
    var port: Int?
    var learning: Bool?
  }

  struct PortData: Decodable {
    var no: String
    var state: String
    var hairpin: Bool
    var isolated: Bool
    var learning: Bool
  }

  struct AddressedLink: Decodable {
    var ifname: String
    var addr_info: [Address]
  }

  struct Address: Decodable {
    var local: String
    var address: String?
    var prefixlen: Int
    var scope: String
    var secondary: Bool?
    var nodad: Bool?
    var noprefixroute: Bool?
    var deprecated: Bool?
  }

  struct Route: Decodable {
    var type: String
    var dst: String
    var gateway: String?
    var via: Via?
    var dev: String?
    var `protocol`: String
    var scope: String
    var prefsrc: String?
    var metric: Int?
    var table: String?
    var nexthops: [NextHop]?
  }

  struct Via: Decodable {
    var host: String
  }

  struct NextHop: Decodable {
    var gateway: String?
    var via: Via?
    var dev: String
    var weight: Int
  }

  struct Neighbour: Decodable {
    var dst: String
    var dev: String
    var lladdr: String?
    var state: [String]
  }

  struct ForwardingEntry: Decodable {
    var mac: String
    var ifname: String
    var vlan: Int?
    var dst: String?
    var state: String
  }
}
