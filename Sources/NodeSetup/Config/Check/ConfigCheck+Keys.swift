import CNI
import Formats

extension ConfigCheck {
  /// What stands under keys that are known, and which are not. Into a map Go takes a key in its one case only.
  mutating func checkKeys(
    of json: JSON, _ known: KeyTable, in place: String, unknown: String, isMap: Bool = false
  ) {
    for member in json.members {
      let key = "\"\(place)\(member.key.prefix(64))\""
      guard let match = known.match(member.key) else {
        add(.hint, "\(key) \(unknown)")
        continue
      }
      if match.key == member.key || !isMap, !match.rule.admits(member.value) {
        add(.broken, "\(key) must be \(match.rule.type)")
      }
    }
    checkTwins(of: json, in: place, isMap: isMap)
    if !isMap { checkCase(of: json, known, in: place) }
  }

  /// Keys of a map in another case than the one that is looked for.
  mutating func checkSpelling(of json: JSON, _ known: KeyTable) {
    for member in json.members where known[member.key] == nil {
      guard let right = known.match(member.key)?.key else { continue }
      add(.suspect, "\"\(member.key)\" is not read: here it has to be written \"\(right)\"")
    }
  }

  /// Keys in another case than everybody writes them in: Go takes them all the same.
  mutating func checkCase(of json: JSON, _ known: KeyTable, in place: String) {
    for member in json.members where known[member.key] == nil {
      guard let usual = known.match(member.key)?.key else { continue }
      add(.hint, "\"\(place)\(member.key)\" is usually written \"\(usual)\"")
    }
  }

  /// libcni hands a configuration on with its keys in the order of their bytes; a plugin takes the last.
  private mutating func checkTwins(of json: JSON, in place: String, isMap: Bool) {
    var seen: [String: String] = [:]
    for member in json.members {
      let key = "\"\(place)\(member.key.prefix(64))\""
      let name = isMap ? member.key : member.key.foldedKey
      guard let twin = seen.updateValue(member.key, forKey: name) else { continue }
      if twin == member.key {
        add(.suspect, "\(key) is there twice: the last counts")
      } else {
        let last = max(twin, member.key).prefix(64)
        add(.suspect, "\(key) and \"\(twin.prefix(64))\" are one key: \"\(last)\" counts")
      }
    }
  }
}
