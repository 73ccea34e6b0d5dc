import CNI
import Formats

/// Looks at a configuration file as libcni and the plugins would, and collects what they would object to.
struct ConfigCheck {
  private(set) var findings: [ConfigFinding] = []
  /// The files that the last plugins of a list stand in.
  private let parts: [String]

  init(_ json: JSON, form: ConfigFile.Form, parts: [String] = []) {
    self.parts = parts
    guard json.isObject else {
      add(.broken, "it holds no object: a configuration begins with {")
      return
    }
    switch form {
    case .list: checkList(json)
    case .single: checkSingle(json)
    }
    findings.sort { $0.severity < $1.severity }
    if findings.count > Self.most {
      let rest = findings.count - Self.most
      findings.removeLast(rest)
      add(.hint, "and \(rest) more")
    }
  }

  /// Of one file; whoever mends these sees the rest.
  private static let most = 100

  mutating func add(_ severity: ConfigFinding.Severity, _ text: String) {
    findings.append(ConfigFinding(severity, text))
  }

  private mutating func checkName(_ name: JSON?) {
    guard let name = name?.text, !name.isEmpty else {
      findings.append(.nameless)
      return
    }
    if !name.isNetworkName {
      add(.broken, "\"name\" cannot be \"\(name.prefix(64))\": letters, digits, _ . - are allowed")
    }
  }

  private mutating func checkList(_ json: JSON) {
    checkName(json[exactly: NetworkListKey.name])
    checkVersions(json)
    checkSpelling(of: json, ConfigSchema.list)
    guard let plugins = json[exactly: NetworkListKey.plugins] else {
      let folder = NetworkText.folder(of: json).map { ", and there is no \($0)/*.conf" }
      let advice =
        json[PluginKey.type] == nil ? folder ?? "" : ": one plugin alone belongs into a *.conf"
      add(.broken, "\"plugins\" is missing" + advice)
      return
    }
    guard case .array(let elements) = plugins, !elements.isEmpty else {
      add(.broken, "\"plugins\" must be a list of at least one plugin")
      return
    }
    checkKeys(of: json, ConfigSchema.list, in: "", unknown: "is no key of a list", isMap: true)
    let inlined = elements.count - parts.count
    for (index, plugin) in elements.enumerated() {
      checkPlugin(
        plugin, in: index < inlined ? "plugins[\(index)]." : "\(parts[index - inlined]): ")
    }
    guard let folder = parts.first?.split(separator: "/").first else { return }
    let reader = "is for libcni from 1.3 on: containerd 1.x"
    if inlined == 0 {
      add(.suspect, "that its plugins are in \(folder)/ \(reader) gives up at it")
    } else {
      add(.hint, "that it has plugins in \(folder)/ \(reader) does not see them")
    }
  }

  private mutating func checkSingle(_ json: JSON) {
    guard json[NetworkListKey.plugins] == nil else {
      add(.broken, "it holds a list of plugins: such a file has to end with .conflist")
      return
    }
    checkName(json[PluginKey.name])
    checkVersion(json[PluginKey.cniVersion])
    checkPlugin(json, in: "")
  }

  private mutating func checkPlugin(_ json: JSON, in place: String) {
    guard json.isObject else {
      add(.broken, "\"\(place.dropLast())\" must be an object")
      return
    }
    guard let type = json[PluginKey.type]?.text, !type.isEmpty else {
      add(.broken, "\"\(place)type\" is missing: it names the program to call")
      return
    }
    if type.utf8.contains(UInt8(ascii: "/")) {
      add(.broken, "\"\(place)type\" must be the name of a program, not a path")
    }
    if let keys = ConfigSchema.plugins[type] {
      checkKeys(
        of: json, keys.adding(ConfigSchema.plugin), in: place,
        unknown: "is no key of the plugin \(type)")
    } else {
      checkCase(of: json, ConfigSchema.plugin, in: place)
    }
    if let ipam = json[PluginKey.ipam], ipam.isObject, !Self.completesIPAM(type, ipam) {
      checkIPAM(ipam, in: place + "ipam.")
    }
    checkInnerCase(of: json, in: place)
  }

  /// flannel's plugin knows the node's range itself, and Calico's where it is told to use it.
  private static func completesIPAM(_ type: String, _ ipam: JSON) -> Bool {
    type == "flannel"
      || type == "calico" && ipam[RangeKey.subnet]?.text?.hasPrefix("usePodCidr") == true
  }

  private mutating func checkIPAM(_ json: JSON, in place: String) {
    guard let type = json[IPAMKey.type]?.text, !type.isEmpty else {
      if !json.members.isEmpty { add(.broken, "\"\(place)type\" is missing") }
      return
    }
    if let keys = ConfigSchema.ipam[type] {
      checkKeys(of: json, keys, in: place, unknown: "is no key of \(type)")
    }
    if type == "host-local" { checkRanges(json, in: place) }
  }

  private mutating func checkInnerCase(of plugin: JSON, in place: String) {
    let args = plugin[PluginKey.args]
    for (part, known, name) in [
      (plugin[PluginKey.dns], ConfigSchema.dns, "dns."), (args, ConfigSchema.args, "args."),
      (args?[ArgsKey.cni], ConfigSchema.request, "args.cni."),
    ] { part.map { checkCase(of: $0, known, in: place + name) } }
    for (index, route) in (plugin[PluginKey.ipam]?[HostLocalKey.routes]?.elements ?? [])
      .enumerated()
    {
      checkCase(of: route, ConfigSchema.route, in: "\(place)ipam.routes[\(index)].")
    }
  }
}
