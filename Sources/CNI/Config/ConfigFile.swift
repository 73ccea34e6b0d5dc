public import Files

/// A file of network configuration and what came of reading it.
public struct ConfigFile: Hashable, Sendable {
  public let name: String
  public let content: Result<NetworkConfig, ConfigFailure>
  /// What is wrong with it or odd, the worst first. Some of it keeps it from being of use.
  public let findings: [ConfigFinding]
  /// What it holds, indented; none where it is no JSON. At most ``mostLines``.
  public let lines: [String]

  public static let mostLines = 400

  /// Whether it holds a list of plugins, not one alone.
  public var isList: Bool { Form(name: name) == .list }

  /// The name of its network; `nil` where it could not be read.
  public var network: String? { try? content.get().name }

  /// An administrator may have put a link here: it is read through, as libcni does.
  init(_ name: String, form: Form, in directory: borrowing Directory) {
    self.name = name
    do throws(FileFailure) {
      let file = try directory.file(name, limit: Limits.json, links: .followed)
      content = Self.decode(file.bytes, form)
      (findings, lines) = Self.look(at: file.bytes, form)
    } catch {
      content = .failure(.unreadable(error))
      (findings, lines) = ([ConfigFinding(.broken, error.description)], [])
    }
  }

  private static func look(at bytes: [UInt8], _ form: Form) -> ([ConfigFinding], [String]) {
    do throws(FormatFailure) {
      let json = try JSON(bytes)
      let lines = json.written.split(separator: "\n").prefix(mostLines).map(String.init)
      return (ConfigCheck(json, form: form).findings, lines)
    } catch {
      return ([ConfigFinding(.broken, error.description(in: bytes))], [])
    }
  }

  private static func decode(_ bytes: [UInt8], _ form: Form) -> Result<NetworkConfig, ConfigFailure>
  {
    do throws(FormatFailure) {
      switch form {
      case .list: return .success(try NetworkConfig(list: bytes))
      case .single: return .success(try NetworkConfig(single: bytes))
      }
    } catch {
      return .failure(.malformed(error))
    }
  }

  /// What a file has to hold, by the end of its name.
  enum Form {
    case list
    case single

    init?(name: String) {
      if name.hasSuffix(".conflist") {
        self = .list
      } else if name.hasSuffix(".conf") || name.hasSuffix(".json") {
        self = .single
      } else {
        return nil
      }
    }
  }
}

/// Why a file of network configuration is of no use.
public enum ConfigFailure: Error, Hashable, Sendable {
  case unreadable(FileFailure)
  case malformed(FormatFailure)
}

extension ConfigFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let failure): failure.description
    case .malformed(let failure): failure.description
    }
  }
}
