/// Looks at a configuration file as libcni and the plugins would, and collects what they would object to.
struct ConfigCheck {
  private(set) var findings: [ConfigFinding] = []

  init(_ json: JSON, form: ConfigFile.Form) {
    guard json.isObject else {
      add(.broken, "it holds no object: a configuration begins with {")
      return
    }
    checkNetwork(json)
    switch form {
    case .list: checkList(json)
    case .single: checkSingle(json)
    }
    findings.sort { $0.severity < $1.severity }
  }

  mutating func add(_ severity: ConfigFinding.Severity, _ text: String) {
    findings.append(ConfigFinding(severity, text))
  }

  private mutating func checkNetwork(_ json: JSON) {
    if let name = json["name"]?.text, !name.isEmpty {
      if !name.isNetworkName {
        add(
          .broken, "\"name\" cannot be \"\(name.prefix(64))\": letters, digits, _ . - are allowed")
      }
    } else {
      add(.broken, "\"name\" is missing")
    }
    checkVersion(json)
  }

  private mutating func checkVersion(_ json: JSON) {
    let all = CNIVersion.allCases.map(\.rawValue).joined(separator: ", ")
    switch json["cniVersion"] {
    case .none: add(.hint, "\"cniVersion\" is missing, which means 0.1.0")
    case .string(let text) where CNIVersion(rawValue: text) == nil:
      add(.broken, "cniVersion \"\(text.prefix(32))\" is none of \(all)")
    case .string: break
    case _: add(.broken, "\"cniVersion\" must be a text")
    }
  }

  private mutating func checkList(_ json: JSON) {
    guard let plugins = json["plugins"] else {
      let advice = json["type"] == nil ? "" : ": one plugin alone belongs into a *.conf"
      add(.broken, "\"plugins\" is missing" + advice)
      return
    }
    guard case .array(let elements) = plugins, !elements.isEmpty else {
      add(.broken, "\"plugins\" must be a list of at least one plugin")
      return
    }
    checkKeys(of: json, KnownKeys.list, in: "", unknown: "is no key of a list")
    for (index, plugin) in elements.enumerated() { checkPlugin(plugin, in: "plugins[\(index)].") }
  }

  private mutating func checkSingle(_ json: JSON) {
    guard json["plugins"] == nil else {
      add(.broken, "it holds a list of plugins: such a file has to end with .conflist")
      return
    }
    checkPlugin(json, in: "")
  }

  private mutating func checkPlugin(_ json: JSON, in place: String) {
    guard json.isObject else {
      add(.broken, "\"\(place.dropLast())\" must be an object")
      return
    }
    guard let type = json["type"]?.text, !type.isEmpty else {
      add(.broken, "\"\(place)type\" is missing: it names the program to call")
      return
    }
    if type.utf8.contains(UInt8(ascii: "/")) {
      add(.broken, "\"\(place)type\" must be the name of a program, not a path")
    }
    if let keys = KnownKeys.plugins[type] {
      checkKeys(
        of: json, keys.merging(KnownKeys.everyPlugin) { $1 }, in: place,
        unknown: "is no key of the plugin \(type)")
    }
    if let ipam = json["ipam"], ipam.isObject { checkIPAM(ipam, in: place + "ipam.") }
  }

  private mutating func checkIPAM(_ json: JSON, in place: String) {
    guard let type = json["type"]?.text, !type.isEmpty else {
      if !json.members.isEmpty { add(.broken, "\"\(place)type\" is missing") }
      return
    }
    if let keys = KnownKeys.ipam[type] {
      checkKeys(of: json, keys, in: place, unknown: "is no key of \(type)")
    }
    if type == "host-local" { checkRanges(json, in: place) }
  }

  /// Go takes a key in any case, and of two the last one.
  mutating func checkKeys(
    of json: JSON, _ known: [String: KnownKeys.Kind], in place: String, unknown: String
  ) {
    var seen: Set<String> = []
    for member in json.members {
      let key = "\"\(place)\(member.key.prefix(64))\""
      if !seen.insert(member.key).inserted {
        add(.suspect, "\(key) is there twice: the last counts")
      }
      let match = known.first { $0.key.lowercased() == member.key.lowercased() }
      if let match {
        if !match.value.admits(member.value) { add(.broken, "\(key) must be \(match.value.words)") }
      } else {
        add(.hint, "\(key) \(unknown)")
      }
    }
  }
}
