public import CNI
public import Files
public import Formats

/// A file of network configuration and what came of reading it.
public struct ConfigFile: Hashable, Sendable {
  public let name: String
  public let content: Result<NetworkConfig, ConfigFailure>
  /// What is wrong with it or odd, the worst first. Some of it keeps it from being of use.
  public let findings: [ConfigFinding]
  /// What it holds, indented; none where it is no JSON. At most ``lineLimit``.
  public let lines: [String]

  public static let lineLimit = 400

  /// Whether it holds a list of plugins, not one alone.
  public var isList: Bool { Form(name: name) == .list }

  /// The name of its network; `nil` where it could not be read, or is none that a network may have.
  public var network: String? {
    guard let config = try? content.get(), config.nameFailure == nil else { return nil }
    return config.name
  }

  /// Whether libcni makes a network of it, be it one that no container can be attached to.
  public var isLoaded: Bool { (try? content.get()) != nil }

  /// The directory that may hold more plugins of its network; `nil` for none.
  public let pluginFolder: String?

  init(_ name: String, form: Form, in directory: borrowing Directory) {
    self.name = name
    do throws(ConfigFailure) {
      let text = try NetworkText(name, form, in: directory)
      content = Self.decode(text.json, form)
      findings = Self.findings(text, form, content)
      lines = text.json.written.split(separator: "\n").prefix(Self.lineLimit).map(String.init)
      pluginFolder = text.folder
    } catch {
      content = .failure(error)
      findings = [ConfigFinding(.broken, error.description)]
      (lines, pluginFolder) = ([], error.folder)
    }
  }

  /// What keeps libcni from loading it is among them in any case.
  private static func findings(
    _ text: NetworkText, _ form: Form, _ content: Result<NetworkConfig, ConfigFailure>
  ) -> [ConfigFinding] {
    let findings = ConfigCheck(text.json, form: form, parts: text.parts).findings
    guard case .failure(let failure) = content, findings.first?.severity != .broken else {
      return findings
    }
    return [ConfigFinding(.broken, failure.description)] + findings
  }

  private static func decode(_ json: JSON, _ form: Form) -> Result<NetworkConfig, ConfigFailure> {
    do throws(FormatFailure) {
      switch form {
      case .list: return .success(try NetworkConfig(list: json))
      case .single: return .success(try NetworkConfig(single: json))
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
  /// A plugin that stands in a file of its own, as `NETWORK/10-bridge.conf`, or their directory.
  indirect case part(String, ConfigFailure)
}

extension ConfigFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let failure): failure.description
    case .malformed(let failure): failure.description
    case .part(let name, let failure): "\(name): \(failure)"
    }
  }
}

extension ConfigFailure {
  /// The directory of plugins that has one of no use.
  fileprivate var folder: String? {
    guard case .part(let name, _) = self else { return nil }
    return name.split(separator: "/").first.map(String.init)
  }
}
