import CNI
import NodeSetup
import SystemPackage
import Topology

/// What one reader makes of the files in its directory.
struct ConfigSelection {
  typealias Verdict = ConfigurationFile.Verdict

  /// By the files' paths.
  private(set) var verdicts: [String: Verdict] = [:]
  private(set) var agent: CNIAgent
  private let reader: Reader
  private let directory: ConfigDirectory?
  private let plugins: InstalledPlugins

  init(_ reader: Reader, _ files: NodeFiles, _ plugins: InstalledPlugins) {
    self.reader = reader
    self.plugins = plugins
    directory = files.configs(at: reader.confDirectory)
    agent = CNIAgent(reader.name, reader.settings, presence: reader.presence)
    agent.confDirectory = reader.confDirectory
    agent.pluginDirectories = reader.pluginDirectories
    let all = directory?.files ?? []
    switch reader.policy {
    case .firstFiles(let most): takeFirst(most, of: all)
    case .soundFiles(let name): takeSound(of: all, default: name)
    case .byName: takeByName(all.filter(\.isList) + all.filter { !$0.isList })
    }
    conclude(all)
  }

  private mutating func say(_ file: ConfigFile, _ outcome: Verdict.Outcome, _ reason: String) {
    let path = "\(directory?.path.string ?? "")/\(file.name)"
    verdicts[path] = Verdict(agent: reader.name, outcome: outcome, reason: reason)
  }

  private mutating func takeFirst(_ most: Int, of files: [ConfigFile]) {
    let wanted = most > 0 ? Array(files.prefix(most)) : files
    let rest = files.dropFirst(wanted.count)
    let number = most > 0 ? "max_conf_num is \(most)" : "max_conf_num sets no limit"
    guard let stopper = wanted.first(where: { !$0.isLoaded }) else {
      for file in wanted { say(file, .taken, Self.rank(file, of: files) + ", " + number) }
      for file in rest { say(file, .passedOver, "\(number), and others come first") }
      return
    }
    for file in files { say(file, .passedOver, "\(stopper.name) stops it") }
    say(stopper, .stops, "it gives up at a file that makes no sense")
  }

  private mutating func takeSound(of files: [ConfigFile], default name: String?) {
    var names: [String: String] = [:]
    var isTaken = false
    for file in files {
      guard let config = try? file.content.get() else {
        say(file, .passedOver, "it goes on past a file that makes no sense")
        continue
      }
      let obstacle = plugins.findings(of: config, in: reader.pluginDirectories).first
      let network = config.name.isEmpty ? file.name : config.name
      if let first = names[network] {
        say(file, .passedOver, "\(first) has the same network, and comes first")
      } else if let obstacle {
        say(file, .passedOver, obstacle.text)
      } else if name.map({ $0 == network }) ?? !isTaken {
        isTaken = true
        let why = name.map { "\($0) is its default network" } ?? "the first that is sound"
        say(file, .taken, why)
      } else {
        say(file, .byName, "for a pod that asks for \(network)")
      }
      if obstacle == nil, names[network] == nil { names[network] = file.name }
    }
  }

  private mutating func takeByName(_ files: [ConfigFile]) {
    var names: [String: String] = [:]
    var stopper: ConfigFile?
    for file in files {
      guard file.isLoaded else {
        say(file, .stops, "it gives up at a file that makes no sense")
        stopper = stopper ?? file
        continue
      }
      guard let network = file.network else {
        say(file, .passedOver, "it has no name to ask for")
        continue
      }
      if let stopper {
        say(file, .passedOver, "\(stopper.name) stops the search before")
      } else if let first = names[network] {
        say(file, .passedOver, "\(first) has the same network, and comes first")
      } else {
        say(file, .byName, "for who asks for \(network)")
        names[network] = file.name
      }
    }
  }

  /// The sentence about it all.
  private mutating func conclude(_ files: [ConfigFile]) {
    let order = files.map { "\(directory?.path.string ?? "")/\($0.name)" }
    agent.taken = order.filter { verdicts[$0]?.outcome == .taken }
    let stopper = order.first { verdicts[$0]?.outcome == .stops }
    if let disabled = reader.settings?[.isDisabled] {
      let words = disabled.values.joined(separator: ", ")
      fail("its disabled_plugins has \(words): it serves no kubelet (\(disabled.origin))")
    } else if files.isEmpty {
      let isThere = directory.map { !$0.isAbsent } ?? false
      let what = isThere ? "has no configuration" : "is not there"
      fail("no network (cni config uninitialized): \(reader.confDirectory) \(what)")
    } else if case .byName = reader.policy {
      agent.summary = "takes a network by its name, lists first"
    } else if let stopper {
      fail("no network (cni config uninitialized): \(stopper.fileName) stops it")
    } else if agent.taken.isEmpty {
      fail("no network: none of the \(files.count) files of \(reader.confDirectory) will do")
    } else {
      concludeTaken(files)
    }
  }

  private mutating func concludeTaken(_ files: [ConfigFile]) {
    let taken = agent.taken.map(\.fileName)
    let networks = files.filter { taken.contains($0.name) }
    agent.summary = "takes \(taken.joined(separator: ", "))"
    let obstacles = networks.flatMap { file in
      file.findings.filter { $0.severity == .broken && !reader.overlooks($0) }.map(\.text)
        + ((try? file.content.get()).map {
          plugins.findings(of: $0, in: reader.pluginDirectories).map(\.text)
        } ?? [])
    }
    guard let first = obstacles.first else { return }
    fail("takes \(taken.joined(separator: ", ")), ADD fails: \(first)")
  }

  private mutating func fail(_ sentence: String) {
    agent.summary = sentence
    guard reader.presence.counts, reader.isWanted || directory?.files.isEmpty == false else {
      return
    }
    agent.findings.insert(CNISetup.Finding(.broken, sentence), at: 0)
  }

  private static func rank(_ file: ConfigFile, of files: [ConfigFile]) -> String {
    if files.count == 1 { return "the only file" }
    return files.first == file ? "the first by name" : "next by name"
  }
}

extension String {
  /// The last part of a path.
  var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
