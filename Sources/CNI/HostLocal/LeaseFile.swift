public import Addressing
public import Files
import Formats
public import SystemPackage

/// What a name in a network's directory of host-local stands for.
public enum LeaseFile: Hashable, Sendable {
  case lease(Lease)
  /// The address given out last from a range set.
  case lastReserved(set: Int, IPAddress)
  /// What the plugins lock the directory with.
  case lock
  /// A name that means nothing to host-local.
  case foreign
  case gone
  /// A lease or a mark in name only.
  case damaged(FileGap)

  /// Reads one file anew, after a change.
  public init(_ path: FilePath) {
    let parent = path.removingLastComponent()
    do throws(FileFailure) {
      let directory = try Directory(parent, links: .refused)
      self.init(path.lastComponent?.string ?? "", in: directory, at: parent)
    } catch {
      self = error == .refused(.noSuchFileOrDirectory) ? .gone : .damaged(FileGap(path, error))
    }
  }

  init(_ name: String, in directory: borrowing Directory, at path: FilePath) {
    do {
      self = try Self.read(name, in: directory)
    } catch FileFailure.refused(.noSuchFileOrDirectory) {
      self = .gone
    } catch {
      self = .damaged(FileGap(path.appending(name), "\(error)"))
    }
  }

  private static func read(_ name: String, in directory: borrowing Directory) throws -> LeaseFile {
    if name == "lock" { return .lock }
    if let set = rangeSet(of: name) {
      let file = try directory.file(name, limit: Limits.lease)
      return .lastReserved(set: set, try address(in: file.bytes))
    }
    guard let address = IPAddress(name), address.description == name else {
      _ = try directory.facts(name)
      return .foreign
    }
    let file = try directory.file(name, limit: Limits.lease)
    let holder = try AttachmentKey(lease: file.bytes)
    return .lease(Lease(address: address, holder: holder, since: file.facts.modified))
  }

  /// The index in `last_reserved_ip.N`; plugins before 0.6 had one range set and no index.
  static func rangeSet(of name: String) -> Int? {
    if name == "last_reserved_ip" { return 0 }
    guard name.hasPrefix(lastReserved) else { return nil }
    return UInt16(name.dropFirst(lastReserved.count)).map { Int($0) }
  }

  /// The name of the file that says which address of a range set was given out last.
  static func lastReserved(ofSet set: Int) -> String { "\(lastReserved)\(set)" }

  private static let lastReserved = "last_reserved_ip."

  private static func address(in bytes: [UInt8]) throws(FormatFailure) -> IPAddress {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let address = IPAddress(text.filter { !$0.isWhitespace }) else {
      throw bytes.isEmpty ? .empty : .notAnAddress
    }
    return address
  }
}

extension FormatFailure {
  fileprivate static let notAnAddress = Self.unexpected("the content is not an address")
}
