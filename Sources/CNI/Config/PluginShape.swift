import Formats

extension JSON {
  /// libcni reads a few keys of every plugin itself, and gives up at a file where one of them has another
  /// type (types, `PluginConf`).
  func checkPluginShape() throws(FormatFailure) {
    guard isObject else { throw .missing(key: "type") }
    for key in [PluginKey.name, .cniVersion, .type] where !isWell(key, { $0.text != nil }) {
      throw .wrongType(key: key.rawValue)
    }
    for key in [PluginKey.ipam, .dns, .prevResult] where !isWell(key, \.isObject) {
      throw .wrongType(key: key.rawValue)
    }
    let isFlag = { (member: Member) in member.value.flag != nil || member.value == .null }
    guard isWell(PluginKey.capabilities, { $0.isObject && $0.members.allSatisfy(isFlag) }) else {
      throw .wrongType(key: "capabilities")
    }
    guard self[PluginKey.ipam]?.isWell(IPAMKey.type, { $0.text != nil }) ?? true else {
      throw .wrongType(key: "ipam.type")
    }
  }

  private func isWell(_ key: some ConfigKey, _ admits: (JSON) -> Bool) -> Bool {
    guard let value = self[key], value != .null else { return true }
    return admits(value)
  }
}
