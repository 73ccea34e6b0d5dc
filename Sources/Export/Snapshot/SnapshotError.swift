public import Formats

/// Why a document is no snapshot that can be read. Nothing of it was used.
public enum SnapshotError: Error, Equatable, Sendable {
  case notJSON(FormatFailure)
  /// It is larger than so many bytes.
  case tooLarge(limit: Int)
  /// Written by a cnitop that says things otherwise.
  case otherVersion(Int)
  /// At this place, such as `namespaces[3].interfaces[1].mtu`, there has to be something else.
  case wrong(place: String, wanted: String)
}

extension SnapshotError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notJSON(let failure): "\(failure)"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MiB"
    case .otherVersion(let version):
      "its schemaVersion is \(version), and this cnitop reads \(SnapshotDocument.schemaVersion)"
    case .wrong(let place, let wanted): "\(place) has to be \(wanted)"
    }
  }
}

/// A value in a document of JSON, by the way that leads there.
indirect enum JSONPlace: CustomStringConvertible {
  case top
  case member(String, of: JSONPlace)
  case item(Int, of: JSONPlace)

  func key(_ key: String) -> JSONPlace { .member(key, of: self) }
  func element(_ index: Int) -> JSONPlace { .item(index, of: self) }

  func refusing(_ wanted: String) -> SnapshotError { .wrong(place: description, wanted: wanted) }

  var description: String {
    switch self {
    case .top: "the document"
    case .member(let key, of: .top): key
    case .member(let key, let place): "\(place).\(key)"
    case .item(let index, let place): "\(place)[\(index)]"
    }
  }
}
